import type { Work } from '#shared/api/signatures.ts'
import type { SittingItem } from '../sitting/sitting-item.ts'

/** In the order of the list: what was thought settled first, then what is open about safety, then what is at leisure. */
export const WORK_ORDER = [
  'review_again',
  'awaiting_countersignature',
  'expired',
  'causality_to_sign',
  'causality_to_judge',
  'ready_to_sign',
  'configuration_not_signed',
  'signing_not_enabled',
] as const satisfies readonly Work['kind'][]

/** What a line asks to be signed; undefined where it asks for something else. */
export function itemOf({ kind, patientId, protocolId, signature, event }: Work): SittingItem | undefined {
  if (kind === 'signing_not_enabled' || kind === 'causality_to_judge') return undefined
  if (kind === 'awaiting_countersignature')
    return signature === null ? undefined : { kind: 'countersignature', of: signature }
  if (event !== null) return patientId === null ? undefined : { kind: 'causality', patientId, event }
  if (protocolId === null) return undefined
  if (patientId === null) return { kind: 'configuration', protocolId }
  return { kind: 'eligibility', patientId, protocolId }
}

export function keyOf(work: Work): string {
  return JSON.stringify([work.kind, work.patientId, work.protocolId, work.signature, work.event])
}
