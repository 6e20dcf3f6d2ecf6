import { type CivilDate, type DayNumber, dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Screening } from '#shared/core/eligibility/verdict.ts'

/** The days that a timeline shows, both included. */
export interface TimeScale {
  readonly from: DayNumber
  readonly to: DayNumber
}

export const Zooms = ['months', 'year', 'all'] as const
export type Zoom = (typeof Zooms)[number]

/** Days shown before and after the day in the middle of interest: more is to come than was. */
const around: Readonly<Record<'months' | 'year', readonly [number, number]>> = {
  months: [22, 69],
  year: [92, 273],
}

interface Interest {
  readonly on: CivilDate
  readonly today: CivilDate
  readonly screenings: readonly Screening[]
}

/** The days to show: around today, or around the day asked about where that lies outside; or all that have an edge. */
export function scaleFor(zoom: Zoom, { on, today, screenings }: Interest): TimeScale {
  if (zoom === 'all') return wholeScale({ on, today, screenings })
  const [before, after] = around[zoom]
  const scale = { from: dayOf(today) - before, to: dayOf(today) + after }
  const day = dayOf(on)
  return day >= scale.from && day <= scale.to ? scale : { from: day - before, to: day + after }
}

function wholeScale({ on, today, screenings }: Interest): TimeScale {
  const edges = screenings
    .flatMap(({ verdicts }) => verdicts.flatMap(({ from, to }) => [from, to]))
    .filter(edge => edge !== null)
  const days = [...edges, on, today].map(dayOf)
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const margin = Math.max(14, Math.round((to - from) * 0.04))
  return { from: from - margin, to: to + margin }
}

/** Where a day begins, in percent of the scale's width. */
export function place({ from, to }: TimeScale, day: DayNumber): number {
  return ((day - from) / (to - from + 1)) * 100
}

/** The day at a place between 0 and 1. */
export function dayAt({ from, to }: TimeScale, share: number): CivilDate {
  const day = from + Math.floor(share * (to - from + 1))
  return dateOf(Math.min(to, Math.max(from, day)))
}

/** One stretch as it can be drawn: cut to the scale, and whether it goes on beyond it. */
export interface Stretch {
  readonly left: number
  readonly width: number
  readonly goesOnBefore: boolean
  readonly goesOnAfter: boolean
  /** The first day that is shown. */
  readonly first: CivilDate
}

/** Cuts days with open sides to a scale; undefined where none of them is shown. */
export function stretchOf(
  scale: TimeScale,
  { from, to }: { readonly from: CivilDate | null; readonly to: CivilDate | null },
): Stretch | undefined {
  const start = from === null ? Number.NEGATIVE_INFINITY : dayOf(from)
  const end = to === null ? Number.POSITIVE_INFINITY : dayOf(to)
  const [first, last] = [Math.max(start, scale.from), Math.min(end, scale.to)]
  if (first > last) return undefined
  const left = place(scale, first)
  return {
    left,
    width: place(scale, last + 1) - left,
    goesOnBefore: start < scale.from,
    goesOnAfter: end > scale.to,
    first: dateOf(first),
  }
}
