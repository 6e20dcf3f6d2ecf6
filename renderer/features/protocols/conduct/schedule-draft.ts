import { z } from 'zod'
import type { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'

const Answer = z.enum(['', 'yes', 'no'])

/** From what a visit is counted: `''` as the record says, `enrolment`, or the number of a dose. */
const AnchorText = z.string()

const WindowRow = z.strictObject({ before: z.string(), after: z.string(), anchor: AnchorText })
export type WindowRow = z.infer<typeof WindowRow>

const ExtraVisitRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  anchor: AnchorText,
  ...{ day: z.string(), before: z.string(), after: z.string() },
  assessments: z.array(z.string()),
})
export type ExtraVisitRow = z.infer<typeof ExtraVisitRow>

const TextRow = z.strictObject({ id: z.string(), text: z.string() })
export type TextRow = z.infer<typeof TextRow>

const ChecklistRow = z.strictObject({ ...TextRow.shape, wanted: Answer })

/** A site's schedule as it stands in the form; numbers and days as typed, empty where nothing was entered. */
export const ScheduleDraft = z.strictObject({
  protocolVersion: z.string(),
  approvedOn: z.string(),
  /** By the slug of a visit of the record. */
  windows: z.record(z.string(), WindowRow),
  extraVisits: z.array(ExtraVisitRow),
  assessments: z.array(TextRow),
  lateEntryDays: z.string(),
  count: z.string(),
  cells: z.string(),
  hasIdentifier: Answer,
  checklist: z.array(ChecklistRow),
  stoppingRules: z.array(TextRow),
})
export type ScheduleDraft = z.infer<typeof ScheduleDraft>

export const EMPTY_WINDOW: WindowRow = { before: '', after: '', anchor: '' }

/** What the site entered, as it stands in the form; nothing is preset. */
export function scheduleDraftOf(schedule: SiteSchedule | undefined): ScheduleDraft {
  const { doses } = schedule ?? {}
  return {
    protocolVersion: schedule?.protocolVersion ?? '',
    approvedOn: schedule?.approvedOn ?? '',
    windows: Object.fromEntries(
      (schedule?.windows ?? []).map(({ visit, before, after, anchor }) => [
        visit,
        { before: String(before), after: String(after), anchor: anchorText(anchor) },
      ]),
    ),
    extraVisits: (schedule?.extraVisits ?? []).map(({ anchor, day, before, after, ...rest }) => ({
      ...rest,
      ...{ day: String(day), before: String(before), after: String(after) },
      anchor: anchorText(anchor),
    })),
    assessments: (schedule?.assessments ?? []).map(({ id, title }) => ({ id, text: title })),
    lateEntryDays: schedule?.lateEntryDays?.toString() ?? '',
    count: doses?.count?.toString() ?? '',
    cells: doses?.cells ?? '',
    hasIdentifier: doses === undefined ? '' : doses.hasIdentifier ? 'yes' : 'no',
    checklist: doses?.checklist ?? [],
    stoppingRules: doses?.stoppingRules ?? [],
  }
}

type Anchor = SiteSchedule['extraVisits'][number]['anchor']

function anchorText(anchor: Anchor | undefined): string {
  if (anchor === undefined) return ''
  return anchor.from === 'enrolment' ? 'enrolment' : String(anchor.number)
}

/** The next name of a row that no row has now or had in any version: facts may still speak of it. */
export function nextId(prefix: string, taken: readonly string[]): string {
  const numbers = taken.map(id => Number(new RegExp(`^${prefix}-(\\d+)$`).exec(id)?.[1] ?? 0))
  return `${prefix}-${Math.max(0, ...numbers) + 1}`
}
