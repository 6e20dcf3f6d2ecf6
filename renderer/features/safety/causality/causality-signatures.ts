import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { FactId, PatientId, UserId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'

/** The last signature that somebody put under their judgement of an event; undefined where there is none, or not yet. */
export function useCausalitySignature(about: {
  readonly patientId: PatientId
  readonly event: FactId
  readonly author: UserId
}): { readonly signature: SignatureSummary | undefined; readonly isRead: boolean } {
  const { patientId, event, author } = about
  const { data } = useRead('signatures', 'list', { patientId })
  const own = (data ?? []).filter(
    one => one.kind === 'causality' && one.event === event && one.signer.userId === author,
  )
  const signature = own.toSorted((a, b) => Date.parse(b.signedAt) - Date.parse(a.signedAt)).at(0)
  return { signature, isRead: data !== undefined }
}
