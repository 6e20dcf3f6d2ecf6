import { z } from 'zod'
import { Slug } from '../ids.ts'
import { LocalizedText } from '../text.ts'
import { Condition } from './condition.ts'
import { Quote, type Reading, readingsUsed } from './reading.ts'

/** One eligibility criterion: the source's words, and the condition that says the same to the engine. */
export const Criterion = z.strictObject({
  id: Slug,
  /** The label of the source or of the site's protocol, such as `I1`. */
  label: z.string().min(1).max(20),
  side: z.enum(['inclusion', 'exclusion']),
  /** What the criterion is about; criteria of two protocols with the same concept are shown side by side. */
  concept: Slug,
  title: LocalizedText,
  quote: Quote,
  /** An inclusion criterion is satisfied where it is true, an exclusion criterion where it is false. */
  condition: Condition,
})
export type Criterion = z.infer<typeof Criterion>

/** Reports every use of a reading that does not exist or whose alternatives are not exactly covered. */
export function checkReadings(
  criteria: readonly Criterion[],
  readings: readonly Reading[],
  context: z.RefinementCtx,
): void {
  const known = new Map(readings.map(reading => [reading.id, reading.alternatives.map(({ id }) => id)]))
  criteria.forEach((criterion, index) => {
    for (const use of readingsUsed(criterion.condition)) {
      const path = ['criteria', index, 'condition', ...use.path]
      const alternatives = known.get(use.reading)
      if (alternatives === undefined) {
        context.addIssue({ code: 'custom', path, message: `no reading ${use.reading} is defined` })
      } else if ([...alternatives].sort().join() !== [...use.cases].sort().join()) {
        const message = `must have one case for each alternative of ${use.reading}: ${alternatives.join(', ')}`
        context.addIssue({ code: 'custom', path, message })
      }
    }
  })
}

/** Reports ids that stand twice in a list of identified things. */
export function checkUnique(items: readonly { id: string }[], path: string, context: z.RefinementCtx): void {
  const seen = new Set<string>()
  items.forEach(({ id }, index) => {
    if (seen.has(id))
      context.addIssue({ code: 'custom', path: [path, index, 'id'], message: `${id} stands twice` })
    seen.add(id)
  })
}
