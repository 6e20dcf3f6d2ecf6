import { type CivilDate, dayOf } from '../civil-date.ts'

/** Days since the day of the first dose, which is day 0; negative before it. */
export function dayOfTrial(day: CivilDate, day0: CivilDate): number {
  return dayOf(day) - dayOf(day0)
}

/** Study day as CDISC counts it (SDTMIG, `--DY`): the reference date is day 1, the day before it -1; there is no day 0. */
export function cdiscStudyDay(day: CivilDate, reference: CivilDate): number {
  const days = dayOf(day) - dayOf(reference)
  return days >= 0 ? days + 1 : days
}
