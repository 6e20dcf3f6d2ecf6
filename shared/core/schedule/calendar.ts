import { z } from 'zod'
import { CivilDate, EventTime } from '../civil-date.ts'
import { FactId, ProtocolId, Slug } from '../ids.ts'
import { LocalizedText } from '../text.ts'

/** Days of the calendar, both included. */
const Days = z.object({ from: CivilDate, to: CivilDate })

/** Where an item of a visit stands. */
export const AssessmentState = z.enum([
  /** The visit has not taken place. */
  'planned',
  /** Everything that it asks for is charted within the days of the visit; the site's own count as done with the visit. */
  'entered',
  /** Some of it is. */
  'partly',
  /** The visit took place and the result is said to be awaited. */
  'awaited',
  /** The visit took place, and nothing is charted or said. */
  'missing',
  /** Said not to have been done, with the reason. */
  'not_done',
])
export type AssessmentState = z.infer<typeof AssessmentState>

export const VisitAssessment = z.object({
  id: Slug,
  title: LocalizedText,
  source: z.enum(['record', 'site']),
  state: AssessmentState,
  /** What is still lacking, in words. */
  lacks: z.array(LocalizedText),
  reason: z.string().nullable(),
})
export type VisitAssessment = z.infer<typeof VisitAssessment>

export const VisitState = z.enum([
  /** Its day is not known yet: what it is counted from has not happened and is not planned. */
  'undated',
  'planned',
  /** Today is its day, or within the site's window. */
  'due',
  /** Its day has passed and the site has no window, so that nobody can say that it is too late. */
  'overdue',
  /** Its window has closed, or somebody charted that it did not take place. */
  'missed',
  'done',
  /** The patient left the trial before it. */
  'not_expected',
])
export type VisitState = z.infer<typeof VisitState>

/** A visit of the protocol for one patient. */
export const PlannedVisit = z.object({
  visit: Slug,
  /** The dose that it is counted from, where a visit can be counted from several. */
  number: z.int().nullable(),
  /** The dose that it is counted from, in any case; null where it is counted from the enrolment, or that is still open. */
  countedFrom: z.int().nullable(),
  title: LocalizedText,
  source: z.enum(['record', 'site']),
  /** Whole days after what it is counted from. */
  day: z.int(),
  /** What it is counted from, in words: "day of dose 1". */
  anchor: LocalizedText,
  planned: CivilDate.nullable(),
  /** What it is counted from is itself only planned. */
  isProjected: z.boolean(),
  window: Days.nullable(),
  state: VisitState,
  done: z
    .object({
      fact: FactId,
      from: EventTime,
      to: EventTime.nullable(),
      /** Whole days after the planned day; negative before it. Null without a planned day. */
      off: z.int().nullable(),
      /** Null where the site has no window, and where the planned day may still move or the day is not known. */
      isOutOfWindow: z.boolean().nullable(),
    })
    .nullable(),
  /** Somebody charted that it did not take place. */
  missed: z.object({ fact: FactId, from: EventTime, reason: z.string().nullable() }).nullable(),
  assessments: z.array(VisitAssessment),
})
export type PlannedVisit = z.infer<typeof PlannedVisit>

const CalendarDose = z.object({
  number: z.int().min(1),
  /** By the protocol, from the dose before it. Null for the first and where nothing is said. */
  planned: CivilDate.nullable(),
  /** The site's window around the planned day. */
  window: Days.nullable(),
  /** The day that somebody planned for it through the gate. */
  scheduled: CivilDate.nullable(),
  given: z
    .object({ fact: FactId, from: EventTime, to: EventTime.nullable(), givenCells: z.string().nullable() })
    .nullable(),
  plannedCells: z.string().nullable(),
  /** Not given yet, and neither was the treatment discontinued nor the trial ended. */
  isExpected: z.boolean(),
})

/** One patient in one protocol: what was planned, what took place, what is due. */
export const Calendar = z.object({
  protocol: ProtocolId,
  today: CivilDate,
  enrolled: z.object({ fact: FactId, on: EventTime, subjectNumber: z.string().nullable() }).nullable(),
  /** Day 0: the day of the first dose in the site's time zone. */
  day0: CivilDate.nullable(),
  /** Today as a day of the trial. */
  dayOfTrial: z.int().nullable(),
  doses: z.array(CalendarDose),
  visits: z.array(PlannedVisit),
  unscheduled: z.array(
    z.object({ fact: FactId, from: EventTime, to: EventTime.nullable(), day: z.int().nullable() }),
  ),
  safetyWindows: z.array(
    z.object({
      id: Slug,
      title: LocalizedText,
      from: CivilDate.nullable(),
      to: CivilDate.nullable(),
      /** The dose that it is counted from; null while none is. */
      dose: z.int().nullable(),
    }),
  ),
  /** How and when it ended for this patient. */
  ended: z.object({ fact: FactId, on: EventTime, how: LocalizedText }).nullable(),
  /** Readings that the calendar needs and the site has not chosen. */
  openReadings: z.array(Slug),
  /** Version of the site's schedule that it rests on; 0 where there is none. */
  scheduleVersion: z.int().min(0),
})
export type Calendar = z.infer<typeof Calendar>
