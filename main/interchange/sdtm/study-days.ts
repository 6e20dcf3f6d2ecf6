import { CivilDate } from '#shared/core/civil-date.ts'
import { cdiscStudyDay } from '#shared/core/schedule/trial-day.ts'
import type { DayOfTime } from '../site-day.ts'
import type { Values } from './written.ts'

/** Which day belongs to which time. */
const PAIRS = [
  ['DTC', 'DY'],
  ['STDTC', 'STDY'],
  ['ENDTC', 'ENDY'],
] as const

/** What the study days of a data set count from, by the calendar of the site. */
interface Counting {
  readonly prefix: string
  readonly reference: string | undefined
  readonly siteDay: DayOfTime
}

/** The study days of a row: counted from the first dose, where both days are known in full. */
export function studyDays(values: Values, { prefix, reference, siteDay }: Counting): Values {
  const first = dayIn(reference, siteDay)
  if (first === undefined) return {}
  const days: Record<string, number> = {}
  for (const [time, day] of PAIRS) {
    const own = dayIn(values[`${prefix}${time}`], siteDay)
    if (own !== undefined) days[`${prefix}${day}`] = cdiscStudyDay(own, first)
  }
  return days
}

function dayIn(time: unknown, siteDay: DayOfTime): CivilDate | undefined {
  return typeof time === 'string' && time.length >= 10 ? CivilDate.parse(siteDay(time)) : undefined
}
