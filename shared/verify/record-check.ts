import { meanings } from '#shared/core/signatures/meaning.ts'
import type { Seal } from '#shared/core/signatures/record.ts'
import type { Subtle } from './bytes.ts'
import { type Finding, finding } from './findings.ts'
import type { CarriedRecord } from './pdf/record.ts'
import { type CheckedSignature, statementsOf } from './signature-check.ts'
import { verifySeal } from './verify-seal.ts'

/** Checks the attached record: its hash, the signature inside it, and that it is the first one of the file. */
export async function recordFindings(
  carried: CarriedRecord | null,
  first: CheckedSignature | undefined,
  subtle: Subtle,
): Promise<Finding[]> {
  if (carried === null) return [finding('record_missing')]
  if (!carried.record) return [finding('record_unreadable')]
  const findings = carried.isNamed ? [] : [finding('record_differs')]
  const { subject, seal } = carried.record.content
  if (seal) findings.push(...(await sealFindings(subject, { seal, first, subtle })))
  return findings.length > 0 ? findings : [finding('record_complete', carried.sha256)]
}

async function sealFindings(
  subject: unknown,
  { seal, first, subtle }: { seal: Seal; first: CheckedSignature | undefined; subtle: Subtle },
): Promise<Finding[]> {
  const { holds } = await verifySeal(subject, seal, { subtle })
  const findings = holds ? [] : [finding('seal_wrong')]
  if (!first || !(isSame(seal.header, first) || isCopy(seal.header, first)))
    findings.push(finding('seal_differs'))
  return findings
}

/** A document about a record that was signed before: whoever made or read it signs that, not the record again. */
function isCopy(header: Seal['header'], { authority, written }: CheckedSignature): boolean {
  const own = [meanings.authorship, meanings.review].flatMap(({ statement }) => statementsOf(statement))
  return header.authority === authority && own.includes(written.reason)
}

/** The file's signature says what the record says: who, with which certificate, when, with which words. */
function isSame(header: Seal['header'], { person, authority, written }: CheckedSignature): boolean {
  return (
    header.certificate.sha256 === person?.sha256 &&
    header.authority === authority &&
    header.signer.fullName === written.name &&
    statementsOf(header.meaning.statement).includes(written.reason) &&
    header.signedAt.replace(/\.\d+/, '').replace('Z', '+00:00') === written.time
  )
}
