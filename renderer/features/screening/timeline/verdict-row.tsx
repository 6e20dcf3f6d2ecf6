import { useTranslation } from 'react-i18next'
import { dayOf } from '#shared/core/civil-date.ts'
import type { EdgeCriterion, Screening, VerdictInterval } from '#shared/core/eligibility/verdict.ts'
import { SpanButton } from './span-button.tsx'
import { place, stretchOf, type TimeScale } from './time-scale.ts'
import classes from './timeline.module.css'
import { useVerdictSentence } from './use-sentences.ts'

interface VerdictRowProps {
  readonly screening: Screening
  readonly scale: TimeScale
  /** Of the drawing, in pixels; 0 while it is not known. */
  readonly width: number
}

/** One protocol's verdict over time; at the edges of what is eligible, the criteria that open and close it. */
export function VerdictRow({ screening, scale, width }: VerdictRowProps) {
  const sentenceOf = useVerdictSentence(screening)
  const { verdicts, protocol, eligible } = screening
  return (
    <div className={classes['row']}>
      <div className={classes['name']}>{protocol.id}</div>
      <div className={classes['track']}>
        {verdicts.map(interval => (
          <SpanButton
            key={interval.from ?? ''}
            scale={scale}
            days={interval}
            kind={interval.verdict}
            sentence={sentenceOf(interval)}
          />
        ))}
        <Projection lastEntryOn={screening.lastEntryOn} scale={scale} />
        {verdicts.map(interval => (
          <SpanWord key={interval.from ?? ''} {...{ interval, screening, scale, width }} />
        ))}
      </div>
      <div className={classes['edges']} aria-hidden="true">
        {eligible.map(({ from, to, openedBy, closedBy }) => (
          <div key={from ?? ''}>
            {from !== null && (
              <EdgeLabel by={openedBy} day={dayOf(from)} side="opens" {...{ scale, width }} />
            )}
            {to !== null && (
              <EdgeLabel by={closedBy} day={dayOf(to) + 1} side="closes" {...{ scale, width }} />
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

interface ProjectionProps {
  readonly lastEntryOn: Screening['lastEntryOn']
  readonly scale: TimeScale
}

/** Hatches the days after the last entry: nothing is charted about them. */
export function Projection({ lastEntryOn, scale }: ProjectionProps) {
  const start = lastEntryOn === null ? scale.from : Math.max(scale.from, dayOf(lastEntryOn) + 1)
  if (start > scale.to) return null
  return <div className={classes['projection']} style={{ left: `${place(scale, start)}%` }} />
}

interface SpanWordProps extends VerdictRowProps {
  readonly interval: VerdictInterval
}

const NARROWEST = 64

function SpanWord({ interval, screening, scale, width }: SpanWordProps) {
  const { t } = useTranslation('screening')
  const stretch = stretchOf(scale, interval)
  if (stretch === undefined || (stretch.width / 100) * width < NARROWEST) return null
  const { lastEntryOn } = screening
  const isAssumed = lastEntryOn === null || (interval.from !== null && interval.from > lastEntryOn)
  const word = interval.verdict === 'eligible' && isAssumed ? 'projected' : interval.verdict
  return (
    <span
      className={classes['word']}
      data-kind={interval.verdict}
      style={{ left: `${stretch.left}%`, maxWidth: `${stretch.width}%` }}
      aria-hidden="true"
    >
      {t(`verdict.${word}`)}
    </span>
  )
}

interface EdgeLabelProps {
  readonly by: readonly EdgeCriterion[]
  /** The edge lies where this day begins. */
  readonly day: number
  readonly side: 'opens' | 'closes'
  readonly scale: TimeScale
  readonly width: number
}

const SHOWN = 3

/** Labels stand outside the eligible days, on the side where their criteria hold it shut. */
function EdgeLabel({ by, day, side, scale }: EdgeLabelProps) {
  if (by.length === 0 || day <= scale.from || day > scale.to) return null
  const more = by.length - SHOWN
  const labels = by.slice(0, SHOWN).map(({ label }) => label)
  return (
    <span className={classes['edge']} data-side={side} style={{ left: `${place(scale, day)}%` }}>
      {labels.join(' ')}
      {more > 0 && ` +${more}`}
    </span>
  )
}
