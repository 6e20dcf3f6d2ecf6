import type { QueryContext } from '#main/services/context.ts'
import { enrolledIn } from '#main/services/trends/source.ts'
import { protocolsOf } from '#main/services/visits/calendars.ts'
import { currentConduct } from '#main/store/conduct-repository.ts'
import type { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'

interface Around {
  readonly protocol: ProtocolId | null
  /** Undefined where the site entered nothing, and outside a trial. */
  readonly safety: SiteSafety | undefined
}

/**
 * The trial that somebody was enrolled or dosed in last, before that the one that they consented to, with how the site
 * watches safety in it.
 */
export function safetyAround(
  patientId: PatientId,
  facts: readonly Fact[],
  { db, protocols }: Pick<QueryContext, 'db' | 'protocols'>,
): Around {
  const own = protocolsOf(patientId, facts, { db })
  const first = protocols.find(({ definition }) => own.has(definition.id))
  const protocol = enrolledIn(facts) ?? first?.definition.id ?? null
  return { protocol, safety: protocol === null ? undefined : currentConduct(db, protocol, 'safety')?.content }
}
