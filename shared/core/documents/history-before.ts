import { earliestDay } from '../adverse-events/as-of.ts'
import type { DayBounds } from '../civil-date.ts'
import { evidenceOf } from '../eligibility/describe.ts'
import type { FactKind } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import type { EventCase } from './event-case.ts'

/** What counts as history of the patient; medication is told for itself. */
const told: ReadonlySet<string> = new Set<FactKind>([
  ...(['hepatitis_b', 'cirrhosis', 'decompensation', 'other_cause_of_cirrhosis'] as const),
  ...(['liver_malignancy', 'family_liver_malignancy', 'other_tumour', 'hypersplenism'] as const),
  ...(['serious_bleeding_tendency', 'active_bleeding', 'medical_history', 'upper_gi_bleeding'] as const),
  ...(['hepatic_encephalopathy', 'spontaneous_peritonitis', 'infection', 'cell_therapy'] as const),
  ...(['dialysis', 'lactation', 'tips', 'liver_transplant'] as const),
])

/**
 * What had begun, or may have, before the day of onset; all of it where onset is not known. What began on that day is
 * the event itself, charted in another place. Oldest first.
 */
export function historyBefore(
  facts: readonly Fact[],
  onset: DayBounds | undefined,
  siteDay: SiteDay,
): EventCase['history'] {
  const begun = facts.flatMap(fact => {
    const day = earliestDay(fact.content, siteDay)
    const isTold = told.has(fact.content.kind) && (onset === undefined || day < onset.latest)
    return isTold ? [{ fact, day }] : []
  })
  return begun
    .sort((a, b) => a.day - b.day)
    .map(({ fact }) => {
      const { text, date } = evidenceOf(fact)
      return { fact: fact.id, text, when: date }
    })
}
