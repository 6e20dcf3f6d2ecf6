import { type DayNumber, dateOf, dayOf } from '../../civil-date.ts'
import type { TimeAxis } from './time-axis.ts'

export interface MonthTick {
  readonly day: DayNumber
  /** `2026` where months are not told, else `2026-11`. */
  readonly date: string
}

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240]
const DAYS_PER_MONTH = 30.44

/** Months or years at which an axis is labelled, about as many as there is room for. */
export function monthTicks({ from, to }: TimeAxis, fitting: number): MonthTick[] {
  const months = (to - from) / DAYS_PER_MONTH
  const step = STEPS.find(size => months / size <= Math.max(1, fitting)) ?? 240
  const start = dateOf(Math.ceil(from))
  const first = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1
  const ticks: MonthTick[] = []
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const year = Math.floor(month / 12)
    const name = `${year}-${String((month % 12) + 1).padStart(2, '0')}`
    const day = dayOf(`${name}-01`)
    if (day > to) return ticks
    if (day >= from) ticks.push({ day, date: step >= 12 ? `${year}` : name })
  }
}
