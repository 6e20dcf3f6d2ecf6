import { z } from 'zod'
import { CivilDate } from '../core/civil-date.ts'
import { PatientId, ProtocolId, Slug } from '../core/ids.ts'
import { Calendar } from '../core/schedule/calendar.ts'
import { LocalizedText } from '../core/text.ts'
import { mutation, query } from './procedure.ts'

/** One thing to do for one patient. */
const Task = z.object({
  kind: z.enum([
    'visit_due',
    'visit_overdue',
    'visit_coming',
    /** The window has closed, and nobody charted the visit or that it was missed. */
    'visit_missed',
    'assessments_missing',
    'results_awaited',
    'dose_coming',
    'dose_due',
  ]),
  patientId: PatientId,
  screeningNumber: z.string(),
  initials: z.string(),
  protocol: ProtocolId,
  /** Null for what belongs to no visit. */
  visit: Slug.nullable(),
  number: z.int().nullable(),
  title: LocalizedText,
  /** The day that it is about; for a window its last day is `until`. */
  on: CivilDate,
  until: CivilDate.nullable(),
  /** What is missing or awaited, in words. */
  items: z.array(LocalizedText),
})
export type Task = z.infer<typeof Task>

/** The calendar of patients in trials. Computed anew at every call; nothing of it is stored. */
export const visits = {
  /** One for each protocol that the patient is in, enrolled first. */
  calendar: query({
    right: 'screening.read',
    input: z.strictObject({ patientId: PatientId }),
    output: z.array(Calendar),
  }),
  /** Over all patients, the most urgent first. */
  tasks: query({
    right: 'screening.read',
    /** How many days ahead. */
    input: z.strictObject({ days: z.int().min(1).max(180) }),
    output: z.object({ today: CivilDate, tasks: z.array(Task) }),
  }),
  /** An iCalendar file (RFC 5545) of what is to come: screening numbers and visits, never who somebody is. An export, and as such in the trail. */
  iCalendar: mutation({
    right: 'documents.export',
    input: z.strictObject({ patientId: PatientId.optional(), days: z.int().min(1).max(730) }),
    output: z.object({ fileName: z.string(), text: z.string(), events: z.int().min(0) }),
  }),
}
