import { webcrypto } from 'node:crypto'
import type { z } from 'zod'
import type { QueryContext } from '#main/services/context.ts'
import { notFound } from '#main/services/failures.ts'
import { findAuthority } from '#main/store/authority-repository.ts'
import { listCertificates } from '#main/store/certificate-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { findSignature, type SignatureRow } from '#main/store/signature-repository.ts'
import type { signatures } from '#shared/api/signatures.ts'
import type { SignatureId } from '#shared/core/ids.ts'
import { type Seal, SignatureHeader, SignedRecord } from '#shared/core/signatures/record.ts'
import type { Subject } from '#shared/core/signatures/subject.ts'
import { signedText, verifySeal } from '#shared/verify/verify-seal.ts'
import { digestOf } from './digest.ts'
import { summariesOf } from './summaries.ts'

type Checked = z.input<typeof signatures.get.output>
type Problem = Checked['verification']['problems'][number]

/** One signature with its record, read and checked anew: from the row as it lies there now, not from what was read before. */
export async function checkSignature(id: SignatureId, context: QueryContext): Promise<Checked> {
  const { db } = context
  const row = findSignature(db, id)
  const [summary] = summariesOf([id], context)
  if (row === undefined || summary === undefined) throw notFound('signature', id)
  const { sha256 } = digestOf(row, db)
  const record = readRecord(row.record)
  const problems = record === undefined ? ['record_unreadable' as const] : await problemsOf(row, record, db)
  return {
    summary,
    record: record ?? null,
    sha256,
    verification: { holds: problems.length === 0, problems },
  }
}

function readRecord(text: string): SignedRecord | undefined {
  try {
    return SignedRecord.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Why a kept signature does not hold; empty where it does. */
export async function problemsOfKept(id: SignatureId, db: ReadableDb): Promise<Problem[]> {
  const row = findSignature(db, id)
  const record = row && readRecord(row.record)
  if (row === undefined || record === undefined) return ['record_unreadable']
  return problemsOf(row, record, db)
}

async function problemsOf(row: SignatureRow, record: SignedRecord, db: ReadableDb): Promise<Problem[]> {
  const { subject, ...header } = record
  const seal = sealOf(row, header, db)
  const moved: Problem[] = isInPlace(row, record) ? [] : ['record_moved']
  if (seal === undefined) return ['certificate_not_from_site', ...moved]
  const { problems } = await verifySeal(subject, seal, { subtle: webcrypto.subtle })
  // What was signed is this text to the byte; another way to write the same was never signed.
  const isRewritten = signedText(subject, header) !== row.record && !problems.includes('signature_wrong')
  return [...problems, ...(isRewritten ? (['signature_wrong'] as const) : []), ...moved]
}

/** The seal of a kept signature; undefined where its certificates are not there. */
function sealOf(
  { signature, serial }: Pick<SignatureRow, 'signature' | 'serial'>,
  header: SignatureHeader,
  db: ReadableDb,
): Seal | undefined {
  const certificate = listCertificates(db).find(known => known.serial === serial)
  const authority = certificate && findAuthority(db, certificate.authority)
  if (certificate === undefined || authority === undefined) return undefined
  return { header, signature, certificates: [certificate.certificate, authority.certificate] }
}

/** Whether a record lies where it says that it belongs. */
function isInPlace(row: SignatureRow, { id, signer, signedAt, certificate, subject }: SignedRecord): boolean {
  return (
    row.id === id &&
    row.kind === subject.kind &&
    row.signerId === signer.userId &&
    row.signedAt === signedAt &&
    row.serial === certificate.serial &&
    row.patientId === patientIn(subject, row) &&
    row.protocolId === protocolIn(subject, row) &&
    row.of === ('of' in subject ? subject.of : null) &&
    row.event === (subject.kind === 'causality' ? subject.event.id : null)
  )
}

function patientIn(subject: Subject, row: SignatureRow) {
  if (subject.kind === 'document') return row.documentId === subject.document ? row.patientId : undefined
  return 'patientId' in subject ? subject.patientId : null
}

function protocolIn(subject: Subject, row: SignatureRow) {
  if (subject.kind === 'document') return row.protocolId
  return 'protocol' in subject ? (subject.protocol?.id ?? null) : subject.protocolId
}

/** The record of a signature with its seal, as it is printed. Throws `not_found` where it cannot be read. */
export function sealedRecord(id: SignatureId, db: ReadableDb): { subject: Subject; seal: Seal } {
  const row = findSignature(db, id)
  const record = row && readRecord(row.record)
  if (row === undefined || record === undefined) throw notFound('signature', id)
  const { subject, ...header } = record
  const seal = sealOf(row, SignatureHeader.parse(header), db)
  if (seal === undefined) throw notFound('certificate', row.serial)
  return { subject, seal }
}
