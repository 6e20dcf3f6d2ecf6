import { hash } from 'node:crypto'
import type { CertificateWithKey } from '#main/documents/signing/certificates.ts'
import { type AuthorityRecord, currentAuthority, insertAuthority } from '#main/store/authority-repository.ts'
import type { ReadableDb } from '#main/store/connection.ts'
import type { KeyWrap } from '#main/store/key-wrap.ts'
import type { SiteRecord } from '#main/store/site-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import { Sha256, type UserId } from '#shared/core/ids.ts'
import type { Surroundings, Writing } from './context.ts'
import { authorityKeyBound, openKey, sealKey } from './key-secrets.ts'

/** A site certificate before it is kept. */
export interface AuthorityDraft {
  readonly sha256: Sha256
  /** DER in base64. */
  readonly certificate: string
  readonly holder: UserId
  readonly wrap: KeyWrap
}

interface Holder {
  readonly site: Pick<SiteRecord, 'storeId' | 'name' | 'number'>
  readonly holder: UserId
  readonly password: string
}

/** Makes a site's certificate, its private key under the holder's password alone. */
export async function draftAuthority(
  { now, kdf }: Pick<Surroundings, 'now' | 'kdf'>,
  { site: { storeId, name, number }, holder, password }: Holder,
): Promise<AuthorityDraft> {
  const { createAuthority } = await import('#main/documents/signing/certificates.ts')
  const { certificate, privateKey } = await createAuthority({ site: { name, number }, at: now() })
  const sha256 = Sha256.parse(hash('sha256', certificate))
  const bound = authorityKeyBound(storeId, sha256, holder)
  const wrap = await sealKey(privateKey, { password, bound, kdf })
  return { sha256, certificate: Buffer.from(certificate).toString('base64'), holder, wrap }
}

/** Keeps a site's certificate as the one that certifies from now on; a later one with its reason and second person. */
export function keepAuthority(
  { db, audit, session, now }: Writing,
  draft: AuthorityDraft,
  replacing?: { readonly reason: string; readonly secondPerson: UserId },
): void {
  const version = (currentAuthority(db)?.version ?? 0) + 1
  insertAuthority(db, { ...draft, version, createdAt: session.clock.render(now()) })
  const { sha256: fingerprint, holder } = draft
  const { reason, ...second } = replacing ?? {}
  audit({
    action: 'signing.create_authority',
    subject: { kind: 'authority', id: fingerprint },
    newValue: { fingerprint, holder, ...second },
    ...(reason === undefined ? {} : { reason }),
  })
}

/** The site's certificate with its opened key, which the caller zeroes. Throws `authority_unavailable`. */
export async function openAuthority(
  { sha256, certificate, holder, wrap }: AuthorityRecord,
  storeId: string,
  password: string,
): Promise<CertificateWithKey> {
  const privateKey = await openKey(wrap, password, authorityKeyBound(storeId, sha256, holder))
  // The holder's password is proven: the key is under an earlier one, which was lost.
  if (privateKey === undefined) throw new AppError({ code: 'authority_unavailable' })
  return { certificate: Buffer.from(certificate, 'base64'), privateKey }
}

/** The site's certificate, or `authority_unavailable` for a store that has none yet. */
export function authorityOf(db: ReadableDb): AuthorityRecord {
  const authority = currentAuthority(db)
  if (authority === undefined) throw new AppError({ code: 'authority_unavailable' })
  return authority
}
