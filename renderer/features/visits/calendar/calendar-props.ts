import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Calendar, PlannedVisit } from '#shared/core/schedule/calendar.ts'

/** What every part of a candidate's calendar is about. */
export interface ProtocolCalendarProps {
  readonly patientId: PatientId
  readonly calendar: Calendar
}

export interface VisitLineProps {
  readonly patientId: PatientId
  readonly protocol: ProtocolId
  readonly visit: PlannedVisit
}
