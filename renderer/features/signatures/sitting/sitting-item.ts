import { z } from 'zod'
import type { Sha256 } from '#shared/core/ids.ts'
import { FactId, PatientId, ProtocolId, SignatureId } from '#shared/core/ids.ts'
import type { Meaning } from '#shared/core/signatures/meaning.ts'

/** What can be signed in a list; part of the address, so it names nothing but ids. */
export const SittingItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('eligibility'), patientId: PatientId, protocolId: ProtocolId }),
  z.strictObject({ kind: z.literal('configuration'), protocolId: ProtocolId }),
  z.strictObject({ kind: z.literal('causality'), patientId: PatientId, event: FactId }),
  z.strictObject({ kind: z.literal('countersignature'), of: SignatureId }),
])
export type SittingItem = z.infer<typeof SittingItem>

export const SittingSearch = z.object({ items: z.array(SittingItem).max(100).catch([]).default([]) })

/** One that was read to its end and confirmed. */
export interface Confirmed {
  readonly request: SittingItem
  readonly meaning: Meaning
  /** Of what was shown. */
  readonly reviewed: Sha256
  /** Whether this session still asked for the login name then. */
  readonly asksLoginName: boolean
}
