import { CivilDate } from '#shared/core/civil-date.ts'
import { cdiscStudyDay } from '#shared/core/schedule/trial-day.ts'
import type { Values } from './written.ts'

/** Which day belongs to which time. */
const PAIRS = [
  ['DTC', 'DY'],
  ['STDTC', 'STDY'],
  ['ENDTC', 'ENDY'],
] as const

/** The study days of a row: counted from the first dose, where both days are known in full. */
export function studyDays(values: Values, prefix: string, reference: string | undefined): Values {
  const first = dayIn(reference)
  if (first === undefined) return {}
  const days: Record<string, number> = {}
  for (const [time, day] of PAIRS) {
    const own = dayIn(values[`${prefix}${time}`])
    if (own !== undefined) days[`${prefix}${day}`] = cdiscStudyDay(own, first)
  }
  return days
}

function dayIn(time: unknown): CivilDate | undefined {
  return typeof time === 'string' && time.length >= 10 ? CivilDate.parse(time.slice(0, 10)) : undefined
}
