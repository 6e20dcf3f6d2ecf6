import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type CivilDate, dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Screening } from '#shared/core/eligibility/verdict.ts'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useScreeningTools } from '../screening-tools.ts'
import { place, type TimeScale } from './time-scale.ts'
import classes from './timeline.module.css'

interface MarkersProps {
  readonly screenings: readonly Screening[]
  readonly scale: TimeScale
}

/** The days that the drawing turns on: the one asked about, today, and that of the last entry. */
export function Markers({ screenings, scale }: MarkersProps) {
  const { t } = useTranslation('screening')
  const language = useLanguage()
  const { today } = useScreeningTools()
  const lastEntryOn = screenings[0]?.lastEntryOn ?? null
  return (
    <div className={classes['markers']}>
      {lastEntryOn !== null && (
        <Line
          day={lastEntryOn}
          side="before"
          scale={scale}
          words={t('timeline.lastEntry', { date: dateText(lastEntryOn, language) })}
        />
      )}
      <Line day={today} side="after" scale={scale} words={t('timeline.today')} />
      <DayAsked scale={scale} />
    </div>
  )
}

interface LineProps {
  readonly day: CivilDate
  readonly side: 'before' | 'after'
  readonly scale: TimeScale
  readonly words: string
}

function Line({ day, side, scale, words }: LineProps) {
  const number = dayOf(day)
  if (number < scale.from || number > scale.to) return null
  return (
    <div className={classes['line']} style={{ left: `${place(scale, number + 0.5)}%` }}>
      <span className={classes['lineWords']} data-side={side}>
        {words}
      </span>
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -28,
  PageUp: 28,
}

/** The day asked about, as a slider: arrows move it by a day, Page Up and Down by four weeks. */
function DayAsked({ scale }: { readonly scale: TimeScale }) {
  const { t } = useTranslation('screening')
  const language = useLanguage()
  const { on, setOn } = useScreeningTools()
  const day = dayOf(on)
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    setOn(dateOf(day + step))
  }
  const at = place(scale, day + 0.5)
  return (
    <div
      className={classes['asked']}
      style={{ left: `${at}%` }}
      role="slider"
      tabIndex={0}
      aria-label={t('on.label')}
      aria-valuemin={scale.from}
      aria-valuemax={scale.to}
      aria-valuenow={day}
      aria-valuetext={dateText(on, language)}
      onKeyDown={move}
    >
      <span className={classes['flag']} data-at={at < 8 ? 'start' : at > 92 ? 'end' : undefined}>
        {t('timeline.asked', { date: dateText(on, language) })}
      </span>
    </div>
  )
}
