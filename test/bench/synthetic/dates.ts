import { dateOf, dayOf } from '#shared/core/civil-date.ts'
import type { Draw } from './draw.ts'

/** The first day on which a synthetic candidate may be seen. */
const SEASON_OPENS = dayOf('2026-10-01')

/** The day on which a candidate is seen and charted. */
export function visitDay(draw: Draw): number {
  return SEASON_OPENS + draw.whole(0, 45)
}

/** A time as people chart it: mostly to the day, sometimes to the month or year, sometimes an instant. */
export function charted(draw: Draw, day: number): string {
  const date = dateOf(day)
  if (draw.chance(0.08)) return date.slice(0, 7)
  if (draw.chance(0.04)) return date.slice(0, 4)
  return draw.chance(0.1) ? `${date}T0${draw.whole(1, 9)}:30:00+08:00` : date
}

/** The beginning and end of something that lasts, each sometimes not known. */
export function episode(draw: Draw, first: number, last: number | 'ongoing'): { from?: string; to?: string } {
  const from = charted(draw, first)
  const to = last === 'ongoing' ? last : draw.chance(0.3) ? from : charted(draw, Math.max(first, last))
  return {
    ...(!draw.chance(0.08) && { from }),
    ...(!draw.chance(0.12) && { to: to === 'ongoing' || to >= from.slice(0, to.length) ? to : from }),
  }
}
