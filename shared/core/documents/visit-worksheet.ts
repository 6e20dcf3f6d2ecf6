import { z } from 'zod'
import { CivilDate, EventTime } from '../civil-date.ts'
import { Slug } from '../ids.ts'
import { LocalizedText } from '../text.ts'
import { NamedCandidate, NamedProtocol } from './named.ts'

/** What room a worksheet leaves for an assessment. */
export const WorksheetForm = z.enum([
  'laboratory',
  'portal_vein',
  'ascites',
  'encephalopathy',
  'elastography',
  'histology',
  /** Nothing that Lobule has fields for, and what the site added: lines to write on. */
  'free',
])
export type WorksheetForm = z.infer<typeof WorksheetForm>

/** One laboratory test to be filled in, with the last value before it for orientation. */
const WorksheetTest = z.strictObject({
  name: LocalizedText,
  abbreviation: z.string(),
  /** UCUM: that of the last report, else the one in which Lobule compares. */
  unit: z.string(),
  last: z.strictObject({ printed: z.string(), on: EventTime }).nullable(),
})
export type WorksheetTest = z.infer<typeof WorksheetTest>

const WorksheetItem = z.strictObject({
  id: Slug,
  title: LocalizedText,
  source: z.enum(['record', 'site']),
  forms: z.array(WorksheetForm).min(1),
})
export type WorksheetItem = z.infer<typeof WorksheetItem>

/** One visit of one candidate, to be filled in by hand and charted later. */
export const VisitWorksheet = z.strictObject({
  kind: z.literal('visit_worksheet'),
  candidate: NamedCandidate,
  protocol: NamedProtocol,
  /** Version of the site's schedule; 0 where it entered none. */
  scheduleVersion: z.int().min(0),
  visit: z.strictObject({
    id: Slug,
    /** The dose that it is counted from, where visits are counted from each. */
    number: z.int().nullable(),
    title: LocalizedText,
    source: z.enum(['record', 'site']),
    /** Whole days after `anchor`. */
    day: z.int(),
    anchor: LocalizedText,
    planned: CivilDate.nullable(),
    /** What it is counted from is itself only planned. */
    isProjected: z.boolean(),
    window: z.strictObject({ from: CivilDate, to: CivilDate }).nullable(),
    /** Day of the trial on the planned day; day 0 is that of the first dose. */
    dayOfTrial: z.int().nullable(),
  }),
  items: z.array(WorksheetItem),
  /** Each once, however many assessments ask for it. */
  tests: z.array(WorksheetTest),
})
export type VisitWorksheet = z.infer<typeof VisitWorksheet>
