import { boundsOf, type CivilDate, dateOf, type PartialDate } from '#shared/core/civil-date.ts'

/** Completed years that a person may have on a day, as far as the birth date is known; undefined without one. */
export function ageOn(birthDate: PartialDate | undefined, on: CivilDate) {
  if (birthDate === undefined) return undefined
  const { earliest, latest } = boundsOf(birthDate)
  return { least: yearsSince(dateOf(latest), on), most: yearsSince(dateOf(earliest), on) }
}

/** Somebody born on 29 February is a year older on 1 March of a common year. */
function yearsSince(born: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return Math.max(0, on.slice(5) < born.slice(5) ? years - 1 : years)
}
