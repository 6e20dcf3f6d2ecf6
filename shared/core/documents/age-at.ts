import { boundsOf, type DayBounds, dateOf, type PartialDate } from '../civil-date.ts'

/** Completed years at a time, where both are known well enough to tell; 29 February counts from 1 March in common years. */
export function ageAt(birthDate: PartialDate, at: DayBounds): number | null {
  const born = boundsOf(birthDate)
  const least = yearsBetween(dateOf(born.latest), dateOf(at.earliest))
  const most = yearsBetween(dateOf(born.earliest), dateOf(at.latest))
  return least === most && least >= 0 ? least : null
}

function yearsBetween(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}
