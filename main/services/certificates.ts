import { hash, X509Certificate } from 'node:crypto'
import {
  activeCertificate,
  type CertificateRecord,
  certificatesOf,
  insertCertificateEnd,
  listCertificates,
} from '#main/store/certificate-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import { listUsers } from '#main/store/user-repository.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { Certificate, CertificateEnd, Signatory } from '#shared/api/signing.ts'
import { Sha256, type UserId } from '#shared/core/ids.ts'
import type { Writing } from './context.ts'

/** What a certificate says of itself; `der` in base64. By Node alone: the library that issues takes its time to load. */
export function describeDer(der: string): Certificate {
  const bytes = Buffer.from(der, 'base64')
  const read = new X509Certificate(bytes)
  return {
    serial: read.serialNumber.toLowerCase(),
    sha256: Sha256.parse(hash('sha256', bytes)),
    der,
    // As text, because the Node inside older Electrons has no dates here.
    validFrom: new Date(read.validFrom).toISOString(),
    validTo: new Date(read.validTo).toISOString(),
  }
}

/** Whether a person can sign, by the certificate in force or else the one that ended last. */
export function signatoryOf(db: ReadableDb, userId: UserId): Signatory {
  return toSignatory(userId, certificatesOf(db, userId))
}

/** Everyone who can sign or once could, and whose role lets them. */
export function signatories(db: ReadableDb): Signatory[] {
  const certificates = Map.groupBy(listCertificates(db), ({ userId }) => userId)
  return listUsers(db)
    .filter(user => certificates.has(user.id) || (user.active && hasRight(user, 'signatures.sign')))
    .map(({ id }) => toSignatory(id, certificates.get(id) ?? []))
}

function toSignatory(userId: UserId, certificates: readonly CertificateRecord[]): Signatory {
  const latest = certificates.toSorted((a, b) => endOf(b) - endOf(a))[0]
  if (latest === undefined) return { userId, state: 'never', certificate: null, ended: null }
  const { certificate: der, issuedAt, secondPerson, identityDocument, ended } = latest
  const certificate = { ...describeDer(der), issuedAt, secondPerson, identityDocument }
  return { userId, state: ended === null ? 'ready' : 'ended', certificate, ended }
}

function endOf({ ended }: CertificateRecord): number {
  return ended === null ? Number.POSITIVE_INFINITY : Date.parse(ended.at)
}

/** Ends the certificate that a person signs with, if there is one. What was signed with it stays verifiable. */
export function endCertificate(
  { db, audit, session, now, user: author }: Writing,
  userId: UserId,
  { cause, reason }: { readonly cause: CertificateEnd; readonly reason?: string | undefined },
): void {
  const active = activeCertificate(db, userId)
  if (active === undefined) return
  const { serial } = active
  insertCertificateEnd(db, serial, { cause, at: session.clock.render(now()), authorId: author.id })
  audit({
    action: 'signing.end_certificate',
    subject: { kind: 'user', id: userId },
    newValue: { serial, cause },
    ...(reason === undefined ? {} : { reason }),
  })
}
