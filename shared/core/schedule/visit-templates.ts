import type { ProtocolDefinition } from '../protocol/definition.ts'
import { type LocalizedText, text, verbatim } from '../text.ts'
import type { Conducted } from './calendar-input.ts'
import { doseOfVisit } from './doses.ts'
import type { Anchor } from './site-schedule.ts'

type RecordVisit = ProtocolDefinition['visits'][number]

/** The reading that says which dose "after administration" is counted from. */
export const AFTER_ADMINISTRATION = 'after-administration'

/** A visit of a protocol, for nobody in particular. */
export interface VisitTemplate {
  readonly visit: string
  readonly title: LocalizedText
  readonly source: 'record' | 'site'
  /** Whole days after what it is counted from. */
  readonly day: number
  /** `administration`: the dose that a reading of the record says. */
  readonly anchor: Anchor | 'administration'
  readonly window: { readonly before: number; readonly after: number } | null
  readonly assessments: readonly string[]
}

/** The visits of the record without those that are doses, then those that the site added. */
export function visitTemplates(conducted: Conducted): VisitTemplate[] {
  const record = conducted.definition.visits.filter(({ id }) => doseOfVisit(id) === undefined)
  return [...record.map(visit => ofRecord(visit, conducted)), ...ofSite(conducted)]
}

/** What a visit of the record is called. */
function recordVisitTitle({ id, week }: Pick<RecordVisit, 'id' | 'week'>): LocalizedText {
  const dose = doseOfVisit(id)
  if (dose !== undefined) return doseTitle(dose)
  return week === 0 ? text('Baseline', '基线') : text(`Week ${week}`, `第${week}周`)
}

/** What a dose is called. */
export function doseTitle(number: number): LocalizedText {
  return text(`Dose ${number}`, `第${number}次给药`)
}

function ofRecord(visit: RecordVisit, { definition, schedule }: Conducted): VisitTemplate {
  const entered = schedule?.content.windows.find(window => window.visit === visit.id)
  const hasReading = definition.readings.some(({ id }) => id === AFTER_ADMINISTRATION)
  const own: VisitTemplate['anchor'] = hasReading ? 'administration' : { from: 'dose', number: 1 }
  return {
    visit: visit.id,
    title: recordVisitTitle(visit),
    source: 'record',
    day: visit.week * 7,
    // Week 0 of a record is what is found before the product is given.
    anchor: entered?.anchor ?? (visit.week === 0 ? { from: 'enrolment' } : own),
    window: entered ?? null,
    assessments: visit.assessments,
  }
}

function ofSite({ schedule }: Conducted): VisitTemplate[] {
  return (schedule?.content.extraVisits ?? []).map(visit => ({
    visit: visit.id,
    title: verbatim(visit.title),
    source: 'site',
    day: visit.day,
    anchor: visit.anchor,
    window: visit,
    assessments: visit.assessments,
  }))
}
