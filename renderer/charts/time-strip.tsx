import { UnstyledButton } from '@mantine/core'
import type { FactId } from '#shared/core/ids.ts'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import { timeTicks } from '#shared/core/trends/drawing/time-ticks.ts'
import type { Mark, VisitBand } from '#shared/core/trends/series.ts'
import classes from './charts.module.css'
import { useCrosshairDay } from './crosshair.tsx'
import { lanesOf } from './lanes.ts'
import { MarkIcon } from './mark-icon.tsx'
import type { PanelFrame } from './panel-frame.ts'
import { placeOn } from './time-axis.ts'

export interface StripWords {
  readonly markText: (mark: Mark) => string
  /** On something that lasts, as far as there is room. */
  readonly shortText: (mark: Mark) => string
  readonly visitText: (visit: VisitBand) => string
  readonly today: string
}

interface TimeStripProps {
  readonly frame: PanelFrame
  readonly today: number
  readonly width: number
  readonly words: StripWords
  readonly onOpenMark: (fact: FactId) => void
}

const LANE_PX = 19

/** The time axis of all panels at full width: weeks and dates, visits, and everything that happened. */
export function TimeStrip({ frame, today, width, words, onOpenMark }: TimeStripProps) {
  const { axis, marks, visits } = frame
  const shown = marks.filter(({ at, until }) => (until ?? at) >= axis.from && at <= axis.to)
  const left = ({ at }: Mark) => Math.max(0, placeOn(axis, at)) * width
  const lanes = lanesOf(shown.map(mark => ({ left: left(mark), width: markWidth(mark, axis, width) })))
  return (
    <div className={classes['strip']}>
      <div className={classes['marks']} style={{ height: (Math.max(0, ...lanes) + 1) * LANE_PX + 3 }}>
        {shown.map((mark, index) => (
          <UnstyledButton
            key={mark.fact}
            className={classes['happened'] ?? ''}
            data-kind={mark.kind}
            data-lasts={lasts(mark) || undefined}
            style={{
              left: left(mark),
              top: (lanes[index] ?? 0) * LANE_PX,
              width: markWidth(mark, axis, width),
            }}
            title={words.markText(mark)}
            aria-label={words.markText(mark)}
            onClick={() => onOpenMark(mark.fact)}
          >
            <MarkIcon kind={mark.kind} />
            {lasts(mark) && <span>{words.shortText(mark)}</span>}
          </UnstyledButton>
        ))}
      </div>
      <Visits {...{ visits, axis, words }} />
      <Ticks frame={frame} width={width} />
      <StripLine axis={axis} at={today + 0.5} className="today" label={words.today} />
      <StripCrosshair axis={axis} />
    </div>
  )
}

const ICON_PX = 20

/** An infusion of some hours is a moment on this axis. */
function lasts({ at, until }: Pick<Mark, 'at' | 'until'>): boolean {
  return until !== null && until - at > 3
}

function markWidth({ at, until }: Pick<Mark, 'at' | 'until'>, axis: TimeAxis, width: number): number {
  if (until === null || !lasts({ at, until })) return ICON_PX
  const [from, to] = [placeOn(axis, Math.max(at, axis.from)), placeOn(axis, Math.min(until, axis.to))]
  return Math.max(ICON_PX, (to - from) * width)
}

type VisitsProps = Pick<PanelFrame, 'visits' | 'axis'> & { readonly words: StripWords }

function Visits({ visits, axis, words }: VisitsProps) {
  return (
    <div className={classes['visits']}>
      {visits
        .filter(({ from, to }) => to + 1 >= axis.from && from <= axis.to)
        .map(visit => {
          const from = Math.max(0, placeOn(axis, visit.from))
          // A window's end is the day after it already.
          const end = visit.hasWindow ? visit.to : visit.to + 1
          const to = Math.min(1, placeOn(axis, end))
          return (
            <span
              key={`${visit.visit} ${visit.from}`}
              className={classes['visit']}
              data-state={visit.state}
              data-window={visit.hasWindow || undefined}
              style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
              role="img"
              title={words.visitText(visit)}
              aria-label={words.visitText(visit)}
            />
          )
        })}
    </div>
  )
}

const TICK_PX = 92

/** A label that would be cut off at the right edge is left out. */
function Ticks({ frame, width }: { readonly frame: PanelFrame; readonly width: number }) {
  const { axis, day0, dateOfTick, weekOfTick } = frame
  const ticks = timeTicks(axis, day0, width / TICK_PX).filter(
    ({ at }) => (1 - placeOn(axis, at)) * width >= TICK_PX - 12,
  )
  return (
    <div className={classes['ticks']} aria-hidden="true">
      {ticks.map(({ at, date, week }) => (
        <span key={at} className={classes['tick']} style={{ left: `${placeOn(axis, at) * 100}%` }}>
          {week !== null && <strong>{weekOfTick(week)}</strong>}
          {dateOfTick(date)}
        </span>
      ))}
    </div>
  )
}

interface StripLineProps {
  readonly axis: TimeAxis
  readonly at: number
  readonly className: 'today' | 'stripCrosshair'
  readonly label?: string
}

function StripLine({ axis, at, className, label }: StripLineProps) {
  if (at < axis.from || at > axis.to) return null
  return (
    <div className={classes[className]} style={{ left: `${placeOn(axis, at) * 100}%` }}>
      {label !== undefined && <span>{label}</span>}
    </div>
  )
}

function StripCrosshair({ axis }: { readonly axis: TimeAxis }) {
  const day = useCrosshairDay()
  return day === null ? null : <StripLine axis={axis} at={day + 0.5} className="stripCrosshair" />
}
