import type { EventTime } from '../civil-date.ts'
import type { Columns } from './columns.ts'
import type { Mapping } from './mapping.ts'
import { readTime } from './read-time.ts'
import { isBlank } from './read-value.ts'
import { refusal } from './refusal.ts'
import type { PatientKey, Refusal } from './row.ts'

/** Whom and when a row is about. */
export interface RowHead {
  readonly patient: PatientKey
  readonly on: EventTime
}

/** Longer than any number of a patient. */
const MAXIMUM_KEY = 200
/** Different times that are remembered: a file has few, and each occurs in many rows. */
const MAXIMUM_TIMES = 10_000

/** Reads patient and time of each row. */
export function headReader(
  mapping: Mapping,
  columns: Columns,
  siteZone: string,
): (cells: readonly string[]) => RowHead | Refusal {
  const [patient, date, time] = [columns.one('patient'), columns.one('date'), columns.one('time')]
  const { format, timeZone = siteZone } = mapping.dates
  const known = new Map<string, EventTime | undefined>()
  const timeOf = (printed: { date: string; time: string }) => {
    const key = `${printed.date}\n${printed.time}`
    if (known.has(key)) return known.get(key)
    const read = readTime(printed, { format, timeZone })
    if (known.size < MAXIMUM_TIMES) known.set(key, read)
    return read
  }
  return cells => {
    const key = patient === undefined ? '' : (cells[patient.index] ?? '').trim()
    if (isBlank(key)) return refusal('no_patient', patient?.name ?? null, null)
    if (key.length > MAXIMUM_KEY) return refusal('unknown_patient', patient?.name ?? null, key)
    const day = date === undefined ? '' : (cells[date.index] ?? '')
    if (isBlank(day)) return refusal('no_date', date?.name ?? null, null)
    const clock = time === undefined ? '' : (cells[time.index] ?? '')
    const on = timeOf({ date: day, time: isBlank(clock) ? '' : clock })
    if (on !== undefined) return { patient: { by: mapping.patientBy, value: key }, on }
    const isOfTime = time !== undefined && timeOf({ date: day, time: '' }) !== undefined
    return isOfTime
      ? refusal('unreadable_date', time.name, clock)
      : refusal('unreadable_date', date?.name ?? null, day)
  }
}
