import type { SignatureRequest } from '#shared/api/signatures.ts'

/** Whether signing this makes a document; else it adds to the one of the signature that it is about. */
export function makesDocument({ kind }: Pick<SignatureRequest, 'kind'>): boolean {
  return kind === 'eligibility' || kind === 'configuration' || kind === 'causality'
}
