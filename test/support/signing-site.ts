import { hash } from 'node:crypto'
import {
  type CertificateWithKey,
  createAuthority,
  describeCertificate,
  issueCertificate,
} from '#main/documents/signing/certificates.ts'
import { signText } from '#main/documents/signing/sign-text.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { Sha256, SignatureId, UserId } from '#shared/core/ids.ts'
import type { Role } from '#shared/core/person.ts'
import { type Meaning, meanings } from '#shared/core/signatures/meaning.ts'
import type { Seal, SignatureHeader } from '#shared/core/signatures/record.ts'
import { signedText } from '#shared/verify/verify-seal.ts'

/** An invented person who may sign, with certificate and key. */
export interface Signer extends CertificateWithKey {
  readonly userId: UserId
  readonly loginName: string
  readonly fullName: string
  readonly role: Role
}

export interface SigningSite {
  readonly site: { readonly name: string; readonly number: string }
  readonly authority: CertificateWithKey
  readonly investigator: Signer
  readonly principal: Signer
}

/** When the invented site got its certificates, and when it signs. */
export const ENABLED_AT = new Date('2026-11-01T08:00:00+08:00')
export const SIGNED_AT = OffsetDateTime.parse('2026-11-20T09:30:15+08:00')

/** A site that may sign: its authority, an investigator and a principal investigator. */
export async function signingSite(
  site = { name: '示范医院 Training Hospital', number: '001' },
  at = ENABLED_AT,
) {
  const authority = await createAuthority({ site, at })
  const signer = async (person: Omit<Signer, keyof CertificateWithKey>): Promise<Signer> => ({
    ...person,
    ...(await issueCertificate({ authority, person, site, at })),
  })
  const [investigator, principal] = await Promise.all([
    signer({
      userId: UserId.parse('u-lin'),
      loginName: 'lin',
      fullName: '林晓 Lin Xiao, "MD"',
      role: 'sub_investigator',
    }),
    signer({
      userId: UserId.parse('u-chen'),
      loginName: 'chen',
      fullName: '陈静',
      role: 'principal_investigator',
    }),
  ])
  return { site, authority, investigator, principal } satisfies SigningSite
}

interface Sealing {
  readonly signer?: Signer
  readonly meaning?: Meaning
  readonly signedAt?: OffsetDateTime
}

/** The header of a record that somebody of the site signs. */
export function headerAt(site: SigningSite, sealing: Sealing = {}): SignatureHeader {
  const { signer = site.investigator, meaning = 'eligibility_approval', signedAt = SIGNED_AT } = sealing
  const { userId, loginName, fullName, role } = signer
  const { serial, sha256 } = describeCertificate(signer.certificate)
  return {
    schema: 'lobule.signature/1',
    id: SignatureId.parse('s-1'),
    site: { ...site.site, storeId: 'store-1', timeZone: 'Asia/Shanghai' },
    meaning: { code: meaning, statement: meanings[meaning].statement },
    signer: { userId, loginName, fullName, role },
    signedAt,
    certificate: { serial, sha256 },
    authority: Sha256.parse(hash('sha256', site.authority.certificate)),
    application: { version: '0.1.0', build: null },
    clock: [],
    trail: { seq: 7, hash: Sha256.parse('ab'.repeat(32)) },
  }
}

/** A subject as somebody of the site seals it. */
export async function sealAt(site: SigningSite, subject: unknown, sealing: Sealing = {}): Promise<Seal> {
  const header = headerAt(site, sealing)
  const { certificate, privateKey } = sealing.signer ?? site.investigator
  return {
    header,
    signature: await signText(signedText(subject, header), privateKey),
    certificates: [certificate, site.authority.certificate].map(der => Buffer.from(der).toString('base64')),
  }
}
