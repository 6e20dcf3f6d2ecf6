import { type CivilDate, dateOf, dayOf } from '../../civil-date.ts'
import { monthTicks } from './month-ticks.ts'
import type { TimeAxis } from './time-axis.ts'

export interface TimeTick {
  readonly at: number
  /** A day, or a month or year where there is no first dose to count weeks from. */
  readonly date: CivilDate | string
  /** Weeks after the first dose; null without one. */
  readonly week: number | null
}

const WEEKS = [1, 2, 4, 8, 12, 24, 52, 104, 260, 520]

/** Protocol weeks with their dates, or months where there is no first dose; `fitting` labels do not touch. */
export function timeTicks(axis: TimeAxis, day0: CivilDate | null, fitting: number): TimeTick[] {
  if (day0 === null) return monthTicks(axis, fitting).map(({ day, date }) => ({ at: day, date, week: null }))
  const weeks = (axis.to - axis.from) / 7
  const step = WEEKS.find(size => weeks / size <= fitting) ?? Math.ceil(weeks / Math.max(1, fitting))
  const zero = dayOf(day0)
  const first = Math.ceil((axis.from - zero) / 7 / step)
  const last = Math.floor((axis.to - zero) / 7 / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const week = (first + index) * step
    return { at: zero + week * 7, date: dateOf(zero + week * 7), week }
  })
}
