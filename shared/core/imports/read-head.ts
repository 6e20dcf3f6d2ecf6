import type { EventTime } from '../civil-date.ts'
import type { Columns } from './columns.ts'
import type { Mapping } from './mapping.ts'
import { readTime } from './read-time.ts'
import { isBlank } from './read-value.ts'
import { refusal } from './refusal.ts'
import { remembered } from './remembered.ts'
import type { PatientKey, Refusal } from './row.ts'

/** Whom and when a row is about. */
export interface RowHead {
  readonly patient: PatientKey
  readonly on: EventTime
}

/** Longer than any number of a patient. */
const MAXIMUM_KEY = 200
/** Stands in no text that is read: NUL refuses a file. */
const PARTING = '\0'

/** Reads patient and time of each row. */
export function headReader(
  mapping: Mapping,
  columns: Columns,
  siteZone: string,
): (cells: readonly string[]) => RowHead | Refusal {
  const [patient, date, time] = [columns.one('patient'), columns.one('date'), columns.one('time')]
  const { format, timeZone = siteZone } = mapping.dates
  const timeOf = remembered(printed => {
    const [day = '', clock = ''] = printed.split(PARTING)
    return readTime({ date: day, time: clock }, { format, timeZone })
  })
  return cells => {
    const key = patient === undefined ? '' : (cells[patient.index] ?? '').trim()
    if (isBlank(key)) return refusal('no_patient', patient?.name ?? null, null)
    if (key.length > MAXIMUM_KEY) return refusal('unknown_patient', patient?.name ?? null, key)
    const day = date === undefined ? '' : (cells[date.index] ?? '')
    if (isBlank(day)) return refusal('no_date', date?.name ?? null, null)
    const clock = time === undefined ? '' : (cells[time.index] ?? '')
    const on = timeOf(`${day}${PARTING}${isBlank(clock) ? '' : clock}`)
    if (on !== undefined) return { patient: { by: mapping.patientBy, value: key }, on }
    const isOfTime = time !== undefined && timeOf(day) !== undefined
    return isOfTime
      ? refusal('unreadable_date', time.name, clock)
      : refusal('unreadable_date', date?.name ?? null, day)
  }
}
