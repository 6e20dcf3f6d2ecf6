import { Skeleton } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import { dayOf } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { type TimeAxis, wholeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { Trends } from '#shared/core/trends/series.ts'
import { useRead } from '../../../api/hooks.ts'
import { CrosshairProvider } from '../../../charts/crosshair.tsx'
import { placeOn } from '../../../charts/time-axis.ts'
import { TimeStrip } from '../../../charts/time-strip.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import { useFrame } from '../../trends/use-frame.ts'
import { useStripWords } from '../../trends/use-trend-words.ts'
import { type EventSpan, spanOf } from './event-span.ts'
import gradeClasses from './grades.module.css'
import classes from './timeline.module.css'
import { useSpanText } from './use-span-text.ts'

interface EventTimelineProps {
  readonly patientId: PatientId
  readonly events: readonly ListedEvent[]
}

/** Every event with its grades over time, under the doses and visits of the trial. */
export function EventTimeline({ patientId, events }: EventTimelineProps) {
  const { t } = useTranslation('safety')
  const { data } = useRead('trends', 'patient', { patientId })
  if (data === undefined) return <Skeleton height={110 + events.length * 25} radius="sm" />
  return (
    <section className={classes['timeline']} aria-label={t('timeline.title')}>
      <h3>{t('timeline.title')}</h3>
      <CrosshairProvider>
        <Drawn events={events} trends={data.trends} />
      </CrosshairProvider>
    </section>
  )
}

/** What stands over the events: the doses, and what ends a course. */
const OVER = new Set(['dose', 'liver_transplant', 'death'])

/** As wide as most windows leave it, until it is measured. */
const UNMEASURED_PX = 800

function Drawn({ events, trends }: Pick<EventTimelineProps, 'events'> & { readonly trends: Trends }) {
  const words = useStripWords()
  const { open } = usePanel()
  const { ref, width } = useElementSize()
  const today = dayOf(trends.today)
  const shown = useMemo(() => shownIn(trends), [trends])
  const axis = useMemo(() => axisOf(events, shown), [events, shown])
  const frame = useFrame(shown, axis)
  return (
    <div className={classes['drawn']}>
      <div className={classes['strip']}>
        <span />
        <div ref={ref}>
          <TimeStrip
            {...{ frame, words, today }}
            width={width === 0 ? UNMEASURED_PX : width}
            onOpenMark={factId => open({ open: 'fact', factId })}
          />
        </div>
      </div>
      <ol className={classes['rows']}>
        {events.map(event => (
          <Row key={event.event} event={event} axis={axis} today={today}>
            {shown.marks.map(({ fact, at, kind }) => (
              <span
                key={fact}
                className={classes['over']}
                data-kind={kind}
                style={{ left: percent(axis, at) }}
              />
            ))}
          </Row>
        ))}
      </ol>
    </div>
  )
}

function shownIn(trends: Trends): Trends {
  return { ...trends, marks: trends.marks.filter(({ kind }) => OVER.has(kind)) }
}

/** From the first event, dose or visit to the last; a visit that lies far ahead leaves the events no room. */
function axisOf(events: readonly ListedEvent[], { marks, visits, today }: Trends): TimeAxis {
  const now = dayOf(today)
  const spans = events.flatMap(({ content }) => spanOf(content, now) ?? [])
  const past = visits.filter(({ from }) => from <= now + AHEAD_DAYS)
  return wholeAxis([
    now,
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...marks.map(({ at }) => at),
    ...past.flatMap(({ from, to }) => [from, to]),
  ])
}

const AHEAD_DAYS = 28

function percent(axis: TimeAxis, at: number): string {
  return `${placeOn(axis, at) * 100}%`
}

interface RowProps {
  readonly event: ListedEvent
  readonly axis: TimeAxis
  readonly today: number
  readonly children: ReactNode
}

function Row({ event, axis, today, children }: RowProps) {
  const { t } = useTranslation('safety')
  const textOf = useSpanText()
  const { content, patientId } = event
  const span = spanOf(content, today)
  return (
    <li className={classes['row']}>
      <Link
        className={classes['name'] ?? ''}
        to="/candidates/$patientId/safety/$factId"
        params={{ patientId, factId: event.event }}
        data-serious={isSerious(content) || undefined}
        title={content.term}
      >
        {content.term}
      </Link>
      <div className={classes['track']}>
        {children}
        {span === undefined ? (
          <span className={classes['none']}>{t('list.noOnset')}</span>
        ) : (
          <Bar span={span} axis={axis} label={textOf(event)} />
        )}
      </div>
    </li>
  )
}

interface BarProps {
  readonly span: EventSpan
  readonly axis: TimeAxis
  readonly label: string
}

function Bar({ span, axis, label }: BarProps) {
  return (
    <div
      className={classes['bar']}
      data-end={span.end}
      role="img"
      aria-label={label}
      title={label}
      style={{ left: percent(axis, span.from), width: `${widthOf(axis, span)}%` }}
    >
      {span.spans.map(({ from, to, grade }) => (
        <span
          key={from}
          className={gradeClasses['graded']}
          data-grade={grade ?? 'none'}
          style={{ flexGrow: shareOf(to - from) }}
          aria-hidden="true"
        >
          {grade ?? '?'}
        </span>
      ))}
    </div>
  )
}

/** What flex boxes grow by: below 1 in all, as by parts of a day, they would leave a short bar unfilled. */
function shareOf(days: number): number {
  return Math.max(days * 100, 1)
}

function widthOf(axis: TimeAxis, { from, to }: EventSpan): number {
  return (placeOn(axis, to) - placeOn(axis, from)) * 100
}
