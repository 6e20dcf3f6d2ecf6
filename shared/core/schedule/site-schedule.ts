import { z } from 'zod'
import { CivilDate } from '../civil-date.ts'
import { ProtocolId, Slug } from '../ids.ts'

const words = z.string().trim().min(1).max(500)
const days = z.int().min(0).max(365)

/** What the day of a visit is counted from. */
export const Anchor = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('enrolment') }),
  z.strictObject({ from: z.literal('dose'), number: z.int().min(1).max(50) }),
])
export type Anchor = z.infer<typeof Anchor>

/** Days before and after the planned day on which a visit still counts as in time; both included. */
const window = { before: days, after: days }

const VisitWindow = z.strictObject({
  visit: Slug,
  ...window,
  /** Where the site's protocol counts a visit of the record from another day than the record's reading. */
  anchor: Anchor.optional(),
})

const ExtraVisit = z.strictObject({
  id: Slug,
  title: words,
  anchor: Anchor,
  /** Days after the anchor; negative before it. */
  day: z.int().min(-365).max(1500),
  ...window,
  /** Of the protocol's definition, or of `assessments` here. */
  assessments: z.array(Slug).max(60),
})

const ChecklistItem = z.strictObject({
  id: Slug,
  text: words,
  /** The answer without which a dose is not planned. */
  wanted: z.enum(['yes', 'no']),
})

/**
 * What the registry records do not say and the site's approved protocol does: windows, further visits, what is checked
 * before a dose. Shown as the site's everywhere; without it planned days have no window.
 */
export const SiteSchedule = z
  .strictObject({
    schema: z.literal('lobule.schedule/1'),
    protocol: ProtocolId,
    protocolVersion: z.string().trim().min(1).max(40),
    approvedOn: CivilDate,
    training: z.literal(true).optional(),
    windows: z.array(VisitWindow).max(60),
    extraVisits: z.array(ExtraVisit).max(60),
    /** Assessments of the site's own, for its extra visits. */
    assessments: z.array(z.strictObject({ id: Slug, title: words })).max(60),
    /** An entry more days after the event than this is a late one; absent: none is called late. */
    lateEntryDays: z.int().min(1).max(90).optional(),
    doses: z.strictObject({
      /** How many the protocol plans, where the record does not say. */
      count: z.int().min(1).max(50).optional(),
      /** Cells in each dose, where the protocol is not blinded to it. */
      cells: z
        .string()
        .regex(/^[1-9]\d{0,14}$/, 'a number of cells in digits')
        .optional(),
      /** The label carries a blinded identifier. */
      hasIdentifier: z.boolean(),
      /** Checked before every dose after the first. */
      checklist: z.array(ChecklistItem).max(60),
      stoppingRules: z.array(z.strictObject({ id: Slug, text: words })).max(30),
    }),
  })
  .superRefine((schedule, context) => {
    const lists = {
      windows: schedule.windows.map(({ visit }) => visit),
      extraVisits: schedule.extraVisits.map(({ id }) => id),
      assessments: schedule.assessments.map(({ id }) => id),
    }
    for (const [list, ids] of Object.entries(lists)) {
      ids.forEach((id, index) => {
        if (ids.indexOf(id) < index)
          context.addIssue({ code: 'custom', path: [list, index], message: `${id} is there twice` })
      })
    }
  })
export type SiteSchedule = z.infer<typeof SiteSchedule>
