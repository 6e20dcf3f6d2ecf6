import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Trends } from '#shared/core/trends/series.ts'
import type { Axis, Tick } from '../layout/chart.ts'

const WEEKS = [1, 2, 4, 8, 12, 24, 52, 104, 260, 520]
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240]
const SHORTEST_DAYS = 14

/**
 * The one axis of all charts: everything that was measured, doses, and visits up to today. What else happened lies on it
 * where it can: a treatment of ten years would leave no room for the trial.
 */
export function timeAxis({ series, marks, visits, today, day0 }: Trends, mostTicks: number): Axis {
  const reviewed = dayOf(today) + 1
  const moments = [
    ...series.flatMap(({ points }) => points.map(({ at }) => at)),
    ...marks.flatMap(({ kind, at }) => (kind === 'dose' ? [at] : [])),
    ...visits.flatMap(({ from, to }) => (from <= reviewed ? [from, to] : [])),
    ...(day0 === null ? [] : [dayOf(day0)]),
  ]
  const [least, most] =
    moments.length === 0 ? [reviewed, reviewed] : [Math.min(...moments), Math.max(...moments)]
  const margin = Math.max((most - least) * 0.02, (SHORTEST_DAYS - (most - least)) / 2, 1)
  const axis = { from: least - margin, to: most + margin }
  const ticks = day0 === null ? monthTicks(axis, mostTicks) : weekTicks(axis, dayOf(day0), mostTicks)
  return { ...axis, ticks }
}

type Span = Pick<Axis, 'from' | 'to'>

/** Weeks after the first dose, each over its date. */
function weekTicks({ from, to }: Span, zero: number, most: number): Tick[] {
  const weeks = (to - from) / 7
  const step = WEEKS.find(size => weeks / size <= most) ?? Math.ceil(weeks / most)
  const first = Math.ceil((from - zero) / 7 / step)
  const last = Math.floor((to - zero) / 7 / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const week = (first + index) * step
    const day = zero + week * 7
    return { at: day, labels: [`W${week}`.replace('-', '−'), dateOf(day)] }
  })
}

/** Months, or years, where there is no first dose to count from. */
function monthTicks({ from, to }: Span, most: number): Tick[] {
  const step = MONTHS.find(size => (to - from) / 30.44 / size <= most) ?? 240
  const start = dateOf(Math.ceil(from))
  const ticks: Tick[] = []
  const first = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    const at = dayOf(`${name}-01`)
    if (at > to) return ticks
    if (at >= from) ticks.push({ at, labels: [name] })
  }
}
