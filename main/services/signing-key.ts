import { findAuthority } from '#main/store/authority-repository.ts'
import {
  activeCertificate,
  type CertificateRecord,
  certificatesOf,
  signingKey,
} from '#main/store/certificate-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import { describeDer } from './certificates.ts'
import type { OpenSession, QueryContext } from './context.ts'
import { openKey, signingKeyBound } from './key-secrets.ts'
import { noteRefusals, opened } from './proof.ts'

/** What signs, opened for one signing. */
export interface UnlockedKey {
  readonly serial: string
  readonly certificate: CertificateRecord
  /** The signer's certificate, then the site's; DER. */
  readonly chain: readonly [Uint8Array, Uint8Array]
  /** PKCS#8. The caller zeroes it, whatever happens. */
  readonly privateKey: Uint8Array
}

/** What somebody types to sign. */
export interface SigningSecret {
  readonly loginName?: string | undefined
  readonly password: string
}

/**
 * Opens the user's private key by their password, which nothing else opens. The first signing in a session asks for the
 * login name as well. Call `noteSigned` after what was signed is kept.
 */
export function unlockSigningKey(
  context: QueryContext,
  { loginName, password }: SigningSecret,
): Promise<UnlockedKey> {
  return noteRefusals(context, 'signature.refused', async () => {
    const { db, user, session } = context
    const certificate = signingCertificate(context)
    const isNamed = loginName === undefined ? !asksLoginName(context) : loginName === user.loginName
    if (!isNamed) throw new AppError({ code: 'login_name_asked' })
    const { serial } = certificate
    const { wrap } = signingKey(db, serial)
    const authority = findAuthority(db, certificate.authority)
    if (authority === undefined) throw new AppError({ code: 'authority_unavailable' })
    const bound = signingKeyBound(session.site.storeId, serial, user.id)
    const privateKey = await opened(context, user.loginName, () => openKey(wrap, password, bound))
    const chain = [fromBase64(certificate.certificate), fromBase64(authority.certificate)] as const
    return { serial, certificate, chain, privateKey }
  })
}

/** The certificate that the user signs with. Throws `signing_disabled` where there is none, or not at this time. */
function signingCertificate({ db, user, now }: Pick<QueryContext, 'db' | 'user' | 'now'>) {
  const certificate = activeCertificate(db, user.id)
  if (certificate === undefined) {
    const why = certificatesOf(db, user.id).length === 0 ? 'never' : 'ended'
    throw new AppError({ code: 'signing_disabled', why })
  }
  const { validFrom, validTo } = describeDer(certificate.certificate)
  const at = now().toISOString()
  if (at < validFrom || at > validTo) throw new AppError({ code: 'signing_disabled', why: 'not_valid_now' })
  return certificate
}

/**
 * Whether a signing now asks for login name and password: the first of a session, and the next after the clock went
 * back or so far ahead that the session would have ended meanwhile.
 */
export function asksLoginName({ session, now }: Pick<QueryContext, 'session' | 'now'>): boolean {
  const { lastSignedAt, idleMinutes } = session
  if (lastSignedAt === undefined) return true
  const elapsed = now().getTime() - lastSignedAt
  return elapsed < 0 || elapsed > idleMinutes * 60_000
}

/** From now on the session's signings ask for the password alone. */
export function noteSigned(session: OpenSession, at: Date): void {
  session.lastSignedAt = at.getTime()
}

function fromBase64(der: string): Uint8Array {
  return new Uint8Array(Buffer.from(der, 'base64'))
}
