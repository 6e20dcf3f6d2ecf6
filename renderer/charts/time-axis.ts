import { type CivilDate, dateOf, dayOf } from '#shared/core/civil-date.ts'
import { ticksOf } from './month-ticks.ts'

/** The stretch of time that all panels show: days after 1970-01-01, the time of day as their fraction. */
export interface TimeAxis {
  readonly from: number
  readonly to: number
}

/** Nobody looks closer than at two weeks. */
const SHORTEST_DAYS = 14

/** From the first to the last moment, with a margin on both sides so that no point lies on an edge. */
export function wholeAxis(moments: readonly number[]): TimeAxis {
  const [from, to] = [Math.min(...moments), Math.max(...moments)]
  const margin = Math.max((to - from) * 0.03, (SHORTEST_DAYS - (to - from)) / 2, 2)
  return { from: from - margin, to: to + margin }
}

/** Nearer (factor below 1) or farther around a moment that keeps its place; never beyond what is charted. */
export function zoomed(
  axis: TimeAxis,
  whole: TimeAxis,
  { factor, around }: { readonly factor: number; readonly around: number },
): TimeAxis {
  const span = clamp((axis.to - axis.from) * factor, SHORTEST_DAYS, whole.to - whole.from)
  const from = around - span * placeOn(axis, around)
  return within({ from, to: from + span }, whole)
}

/** Moved by a share of what is shown; stops where what is charted ends. */
export function panned(axis: TimeAxis, whole: TimeAxis, share: number): TimeAxis {
  const days = (axis.to - axis.from) * share
  return within({ from: axis.from + days, to: axis.to + days }, whole)
}

/** The same span, moved to lie within the whole. */
export function within({ from, to }: TimeAxis, whole: TimeAxis): TimeAxis {
  const span = Math.min(to - from, whole.to - whole.from)
  const start = clamp(from, whole.from, whole.to - span)
  return { from: start, to: start + span }
}

/** Where a moment lies: 0 at the left edge, 1 at the right. */
export function placeOn({ from, to }: TimeAxis, at: number): number {
  return (at - from) / (to - from)
}

/** The moment at a place. */
export function momentAt({ from, to }: TimeAxis, place: number): number {
  return from + place * (to - from)
}

export interface TimeTick {
  readonly at: number
  /** A day, or a month or year where there is no first dose to count weeks from. */
  readonly date: CivilDate | string
  /** Weeks after the first dose; null without one. */
  readonly week: number | null
}

const WEEKS = [1, 2, 4, 8, 12, 24, 52, 104, 260]

/** Protocol weeks with their dates, or months where there is no first dose; so many that their labels do not touch. */
export function timeTicks(
  axis: TimeAxis,
  day0: CivilDate | null,
  { widthPx, labelPx }: { readonly widthPx: number; readonly labelPx: number },
): TimeTick[] {
  if (day0 === null) {
    const days = { from: Math.ceil(axis.from), to: Math.floor(axis.to) }
    return ticksOf(days, widthPx, labelPx).map(({ day, date }) => ({ at: day, date, week: null }))
  }
  const weeks = (axis.to - axis.from) / 7
  const step = WEEKS.find(size => (weeks / size) * labelPx <= widthPx) ?? 520
  const zero = dayOf(day0)
  const first = Math.ceil((axis.from - zero) / 7 / step) * step
  const last = Math.floor((axis.to - zero) / 7 / step) * step
  return Array.from({ length: Math.max(0, (last - first) / step + 1) }, (_, index) => {
    const week = first + index * step
    return { at: zero + week * 7, date: dateOf(zero + week * 7), week }
  })
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
