import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { ProtocolId } from '#shared/core/ids.ts'

/** Decisions by candidate and protocol; `decisionKey` names one. */
export type Decisions = ReadonlyMap<string, SignatureSummary>

/** The last decision about each candidate and protocol, whatever became of it. */
export function latestDecisions(signatures: readonly SignatureSummary[]): Decisions {
  const latest = new Map<string, SignatureSummary>()
  for (const signature of signatures) {
    if (signature.kind !== 'eligibility') continue
    const key = decisionKey(signature.patientId ?? '', signature.protocolId ?? '')
    const known = latest.get(key)
    if (known === undefined || isLater(signature, known)) latest.set(key, signature)
  }
  return latest
}

export function decisionKey(patientId: string, protocolId: string): string {
  return `${patientId} ${protocolId}`
}

/** The last signature under a protocol's readings and criteria. */
export function latestConfiguration(
  signatures: readonly SignatureSummary[],
  protocolId: ProtocolId,
): SignatureSummary | undefined {
  return signatures
    .filter(one => one.kind === 'configuration' && one.protocolId === protocolId)
    .reduce<SignatureSummary | undefined>(
      (best, one) => (best === undefined || isLater(one, best) ? one : best),
      undefined,
    )
}

/** Whether a decision has to be signed once more before anything can rest on it. */
export function needsSigningAgain({ status }: SignatureSummary): boolean {
  return status === 'not_current' || status === 'expired'
}

function isLater(a: SignatureSummary, b: SignatureSummary): boolean {
  return Date.parse(a.signedAt) >= Date.parse(b.signedAt)
}
