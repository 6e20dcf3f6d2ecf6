import { ticksOf } from '../../../charts/month-ticks.ts'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { place, type TimeScale } from './time-scale.ts'
import classes from './timeline.module.css'

interface AxisProps {
  readonly scale: TimeScale
  readonly width: number
}

/** Months or years along the top. Hidden from a screen reader: every stretch says its own days. */
export function Axis({ scale, width }: AxisProps) {
  const language = useLanguage()
  return (
    <div className={classes['axis']} aria-hidden="true">
      {ticksOf(scale, width).map(({ day, date }) => (
        <span key={date} className={classes['tick']} style={{ left: `${place(scale, day)}%` }}>
          {dateText(date, language)}
        </span>
      ))}
    </div>
  )
}
