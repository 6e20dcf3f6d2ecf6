import { z } from 'zod'
import { OrganClass } from '#shared/core/adverse-events/organ-classes.ts'
import { Relation } from '#shared/core/facts/safety.ts'
import { ProtocolId } from '#shared/core/ids.ts'

/** By the worst grade that was given. */
export const GradeWanted = z.enum(['3plus', '1', '2', '3', '4', '5', 'none'])
/** By the last judgement towards the product. */
export const RelationWanted = z.enum([...Relation.options, 'unassessed'])
export const SeriousWanted = z.enum(['yes', 'no', 'unanswered'])
export const Emergence = z.enum(['treatment_emergent', 'before_treatment', 'unknown'])
export const ClockWanted = z.enum(['pressing', 'running', 'late'])
export const EventOrder = z.enum(['onset', 'number', 'grade'])
export type EventOrder = z.infer<typeof EventOrder>

/** What the page shows: part of the address. Nothing of it names a patient. */
export const SafetySearch = z.object({
  part: z.enum(['overview']).optional().catch(undefined),
  protocol: ProtocolId.optional().catch(undefined),
  cohort: z.string().max(60).optional().catch(undefined),
  serious: SeriousWanted.optional().catch(undefined),
  grade: GradeWanted.optional().catch(undefined),
  relation: RelationWanted.optional().catch(undefined),
  organClass: OrganClass.optional().catch(undefined),
  emergence: Emergence.optional().catch(undefined),
  questions: z.literal('open').optional().catch(undefined),
  clock: ClockWanted.optional().catch(undefined),
  order: EventOrder.optional().catch(undefined),
})
export type SafetySearch = z.infer<typeof SafetySearch>
