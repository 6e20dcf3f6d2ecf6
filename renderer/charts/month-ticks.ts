import { type DayNumber, dateOf, dayOf } from '#shared/core/civil-date.ts'

export interface MonthTick {
  readonly day: DayNumber
  /** `2026` where a year begins or months are not told, else `2026-11`. */
  readonly date: string
}

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240]
const DAYS_PER_MONTH = 30.44

interface Days {
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Months or years at which an axis is labelled, so many that their labels do not touch. */
export function ticksOf({ from, to }: Days, widthPx: number, labelPx = 74): MonthTick[] {
  const fitting = Math.max(1, widthPx / labelPx)
  const months = (to - from) / DAYS_PER_MONTH
  const step = STEPS.find(size => months / size <= fitting) ?? 240
  const first = Number(dateOf(from).slice(0, 4)) * 12 + Number(dateOf(from).slice(5, 7)) - 1
  const ticks: MonthTick[] = []
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const year = Math.floor(month / 12)
    const name = `${year}-${String((month % 12) + 1).padStart(2, '0')}`
    const day = dayOf(`${name}-01`)
    if (day > to) return ticks
    if (day >= from) ticks.push({ day, date: step >= 12 ? `${year}` : name })
  }
}
