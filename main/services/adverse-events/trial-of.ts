import type { QueryContext } from '#main/services/context.ts'
import { enrolledIn } from '#main/services/trends/source.ts'
import { protocolsOf } from '#main/services/visits/calendars.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'

/** The trial that somebody was enrolled or dosed in last, before that the one that they consented to; null outside one. */
export function trialOf(
  patientId: PatientId,
  facts: readonly Fact[],
  { db, protocols }: Pick<QueryContext, 'db' | 'protocols'>,
): ProtocolId | null {
  const own = protocolsOf(patientId, facts, { db })
  const first = protocols.find(({ definition }) => own.has(definition.id))
  return enrolledIn(facts) ?? first?.definition.id ?? null
}
