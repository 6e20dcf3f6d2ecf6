import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import type { FactRecord } from '../site-data.ts'
import { uuidOf } from './elements.ts'
import { FACT } from './systems.ts'

/** A fact as it stands: its last content, also where that was retracted, which FHIR calls entered in error. */
export interface StandingFact<C extends FactContent = FactContent> {
  readonly id: string
  readonly content: C
  readonly isRetracted: boolean
  readonly isCorrected: boolean
  readonly enteredAt: OffsetDateTime
  readonly versions: readonly FactRecord[]
}

/** The facts of a patient in the order of their records. */
export function standingFacts(records: readonly FactRecord[]): StandingFact[] {
  return [...Map.groupBy(records, ({ id }) => id)].flatMap(([id, versions]) => {
    const last = versions.at(-1)
    const content = versions.findLast(version => version.content !== null)?.content
    if (last === undefined || content === undefined || content === null) return []
    const isRetracted = last.content === null
    const { enteredAt } = last
    return [{ id, content, isRetracted, isCorrected: versions.length > 1, enteredAt, versions }]
  })
}

/** What every resource of a fact begins with. */
export function identified({ id }: Pick<StandingFact, 'id'>) {
  return { id: uuidOf('fact', id), identifier: [{ system: FACT, value: id }] }
}

/** A status, or that what it is of was retracted. */
export function unlessRetracted<S extends string>(
  { isRetracted }: StandingFact,
  status: S,
): S | 'entered-in-error' {
  return isRetracted ? 'entered-in-error' : status
}
