import { z } from 'zod'
import { CertificateEnd, IdentityDocument } from '#shared/api/signing.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { Sha256, UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { KeyWrap } from './key-wrap.ts'

const CertificateRow = z
  .object({
    /** In lower-case hexadecimal. */
    serial: z.string(),
    sha256: Sha256,
    /** DER in base64. */
    certificate: z.base64(),
    userId: UserId,
    authority: Sha256,
    issuedAt: OffsetDateTime,
    secondPerson: UserId,
    identityDocument: IdentityDocument,
    cause: CertificateEnd.nullable(),
    endedAt: OffsetDateTime.nullable(),
  })
  .transform(({ cause, endedAt, ...rest }) => ({
    ...rest,
    /** Since when nobody signs with it any more, and why; null while its owner does. */
    ended: cause === null || endedAt === null ? null : { cause, at: endedAt },
  }))
/** A person's certificate, with who checked their identity. */
export type CertificateRecord = z.infer<typeof CertificateRow>

const SigningKeyRow = z.object({
  version: z.int(),
  wrap: z.string().transform(text => KeyWrap.parse(JSON.parse(text))),
})

const SELECT = `SELECT c.serial, sha256, certificate, c.user_id AS userId, authority, issued_at AS issuedAt,
    second_id AS secondPerson, identity_document AS identityDocument, cause, ended_at AS endedAt
  FROM certificates c LEFT JOIN certificate_ends e ON e.serial = c.serial`

/** Every certificate that was ever issued; in the order of their serial numbers, which says nothing. */
export function listCertificates(db: ReadableDb): CertificateRecord[] {
  return select(db, SELECT)
    .all()
    .map(row => CertificateRow.parse(row))
}

/** Every certificate of one person. */
export function certificatesOf(db: ReadableDb, userId: UserId): CertificateRecord[] {
  return select(db, `${SELECT} WHERE c.user_id = ?`)
    .all(userId)
    .map(row => CertificateRow.parse(row))
}

/** The certificate that a person signs with; there is one at most. */
export function activeCertificate(db: ReadableDb, userId: UserId): CertificateRecord | undefined {
  return certificatesOf(db, userId).find(({ ended }) => ended === null)
}

/** Keeps a new certificate. Whatever the person signed with before has to have ended. */
export function insertCertificate(
  db: WritableDb,
  certificate: Omit<CertificateRecord, 'ended'> & { readonly reason: string | undefined },
): void {
  const { serial, sha256, userId, authority, issuedAt, secondPerson, identityDocument } = certificate
  if (activeCertificate(db, userId)) throw new Error('a person signs with one certificate at a time')
  const sql = `INSERT INTO certificates (serial, sha256, certificate, user_id, authority, issued_at, second_id,
    identity_document, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const issued = [certificate.certificate, userId, authority, issuedAt, secondPerson, identityDocument]
  insert(db, sql).run(serial, sha256, ...issued, certificate.reason ?? null)
}

/** Ends a certificate for good; what was signed with it stays verifiable. */
export function insertCertificateEnd(
  db: WritableDb,
  serial: string,
  end: { readonly cause: CertificateEnd; readonly at: string; readonly authorId: UserId },
): void {
  const sql = 'INSERT INTO certificate_ends (serial, cause, ended_at, author_id) VALUES (?, ?, ?, ?)'
  insert(db, sql).run(serial, end.cause, end.at, end.authorId)
}

/** The private key of a certificate as it is wrapped now; each has one from the transaction on that keeps it. */
export function signingKey(db: ReadableDb, serial: string): z.infer<typeof SigningKeyRow> {
  const sql = 'SELECT version, wrap FROM signing_keys WHERE serial = ? ORDER BY version DESC LIMIT 1'
  return SigningKeyRow.parse(select(db, sql).get(serial))
}

/** Keeps a private key wrapped anew, under its owner's password alone. */
export function insertSigningKey(
  db: WritableDb,
  key: {
    readonly serial: string
    readonly version: number
    readonly wrap: KeyWrap
    readonly enteredAt: string
  },
): void {
  const sql = 'INSERT INTO signing_keys (serial, version, wrap, entered_at) VALUES (?, ?, ?, ?)'
  insert(db, sql).run(key.serial, key.version, JSON.stringify(key.wrap), key.enteredAt)
}
