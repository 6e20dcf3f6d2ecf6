import { z } from 'zod'
import { CivilDate } from '../civil-date.ts'
import { ProtocolId } from '../ids.ts'
import { Complication } from './complications.ts'
import { OrganClass } from './organ-classes.ts'

const count = z.int().min(0)

/** Events and the patients who had them. Patients are counted once for each line, by their worst. */
const Counted = z.object({
  events: count,
  patients: count,
  serious: count,
  /** Related to the product by the last assessment. */
  related: count,
  notAssessed: count,
  /** Patients by worst grade, of grades 1 to 5. */
  byGrade: z.tuple([count, count, count, count, count]),
  ungraded: count,
  /** Events per 100 patient-years of exposure; null without exposure. */
  per100PatientYears: z.number().nullable(),
})
export type Counted = z.infer<typeof Counted>

/** How many had one complication, as event and as outcome. */
const ComplicationCount = z.object({
  complication: Complication,
  /** In the protocol's own list of outcomes. */
  isOutcome: z.boolean(),
  events: count,
  /** By the site's rule of what one episode is; null where the site has none. */
  episodes: count.nullable(),
  patients: count,
})

/** How a cohort stands towards dose-limiting toxicity; blinded: counts of a whole cohort, never of an arm. */
const CohortBoard = z.object({
  /** Null for patients of no cohort. */
  cohort: z.string().nullable(),
  title: z.string().nullable(),
  treated: count,
  /** Patients whose whole window has been seen, still runs, or ended early by death, transplant or withdrawal. */
  complete: count,
  running: count,
  endedEarly: count,
  observedDays: count,
  doseLimiting: count,
  underAssessment: count,
  patientsWithDoseLimiting: count,
})

/** Safety of a protocol at this site, or of one cohort; blinded throughout. */
export const SafetyOverview = z.object({
  protocol: ProtocolId,
  today: CivilDate,
  cohort: z.string().nullable(),
  cohorts: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Dosed patients, and the time from first dose to the end of observation. */
  dosed: count,
  patientYears: z.number().min(0),
  /** Treatment-emergent events alone: those before the first dose are counted apart. */
  beforeTreatment: count,
  total: Counted,
  organClasses: z.array(z.object({ organClass: OrganClass.nullable(), counted: Counted })),
  complications: z.array(ComplicationCount),
  sameEpisodeDays: z.int().nullable(),
  doseLimiting: z
    .object({ definition: z.string(), windowDays: z.int(), after: z.enum(['first_dose', 'each_dose']) })
    .nullable(),
  /** Empty where the site has entered no definition: the board then says so. */
  board: z.array(CohortBoard),
})
export type SafetyOverview = z.infer<typeof SafetyOverview>
