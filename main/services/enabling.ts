import type { z } from 'zod'
import type { CertificateWithKey } from '#main/documents/signing/certificates.ts'
import { type AuthorityRecord, currentAuthority } from '#main/store/authority-repository.ts'
import { activeCertificate, insertCertificate, insertSigningKey } from '#main/store/certificate-repository.ts'
import { findUser, type UserRecord } from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { Signatory, signing } from '#shared/api/signing.ts'
import { authorityOf, openAuthority } from './authority.ts'
import { describeDer, endCertificate, signatoryOf } from './certificates.ts'
import type { MutationContext, QueryContext } from './context.ts'
import { invalid } from './failures.ts'
import type { Commit } from './handlers.ts'
import { sealKey, signingKeyBound } from './key-secrets.ts'
import { prepareOwnPassword } from './new-password.ts'
import { wantsNewSecret } from './password-policy.ts'
import { provePassword } from './proof.ts'
import { proveSecondPerson, secondRefused } from './second-person.ts'

type Asked = z.output<typeof signing.enable.input>

/** Everything slow about enabling: both are proven, then the key is made, certified and wrapped for its owner alone. */
export async function prepareEnabling(asked: Asked, context: QueryContext): Promise<Commit<Signatory>> {
  const { user, db } = context
  const { password, newPassword } = asked
  checkAsked(asked, context)
  await provePassword(context, user.loginName, password)
  const second = await proveSecondPerson(context, asked.second, { mustBeOwnPassword: true })
  const authority = authorityOf(db)
  const holderPassword = passwordOfHolder(authority, { asked, second }, context)
  const setPassword =
    newPassword === undefined
      ? undefined
      : await prepareOwnPassword(context, { present: password, next: newPassword, keepsKey: false })
  const site = await openAuthority(authority, context.session.site.storeId, holderPassword)
  const made = await certify(site, newPassword ?? password, context)
  return writing => {
    if (currentAuthority(writing.db)?.sha256 !== authority.sha256) {
      throw new AppError({ code: 'stale_version', entity: 'certificate', current: authority.version })
    }
    keep({ asked, second, authority, made }, writing)
    setPassword?.(writing)
    return signatoryOf(writing.db, user.id)
  }
}

/** What can be told before anybody's password is tried. */
function checkAsked({ reason, newPassword }: Asked, { db, user }: QueryContext): void {
  if (activeCertificate(db, user.id) && reason === undefined) {
    throw invalid('reason', 'give the reason for the change')
  }
  if (newPassword === undefined && wantsNewSecret(db, user.id)) {
    throw invalid('newPassword', 'choose a new password now; somebody else set an earlier one')
  }
}

interface Present {
  readonly asked: Asked
  readonly second: UserRecord
}

/** The password of whoever of the two holds the site's key. */
function passwordOfHolder(
  { holder }: AuthorityRecord,
  { asked, second }: Present,
  { db, user }: QueryContext,
): string {
  const known = findUser(db, holder)
  if (!known?.active || known.role !== 'principal_investigator')
    throw new AppError({ code: 'authority_unavailable' })
  if (holder === user.id) return asked.password
  if (holder === second.id) return asked.second.password
  throw secondRefused('not_the_key_holder')
}

async function certify(site: CertificateWithKey, password: string, context: QueryContext) {
  const { user, session, now, kdf } = context
  try {
    const { issueCertificate } = await import('#main/documents/signing/certificates.ts')
    const person = { userId: user.id, loginName: user.loginName, fullName: user.fullName, role: user.role }
    const { name, number, storeId } = session.site
    const order = { authority: site, person, site: { name, number }, at: now() }
    const { certificate, privateKey } = await issueCertificate(order)
    const described = describeDer(Buffer.from(certificate).toString('base64'))
    const bound = signingKeyBound(storeId, described.serial, user.id)
    return { ...described, wrap: await sealKey(privateKey, { password, bound, kdf }) }
  } finally {
    site.privateKey.fill(0)
  }
}

interface Made extends Present {
  readonly authority: AuthorityRecord
  readonly made: Awaited<ReturnType<typeof certify>>
}

function keep({ asked, second, authority, made }: Made, writing: MutationContext): void {
  const { db, audit, session, now, user } = writing
  const { identityDocument, reason } = asked
  const { serial, sha256, der: certificate, wrap } = made
  const subject = { kind: 'user', id: user.id }
  const issuedAt = session.clock.render(now())
  const checked = { secondPerson: second.id, identityDocument }
  audit({ action: 'signing.check_identity', subject, newValue: { ...checked, checkedAt: issuedAt } })
  endCertificate(writing, user.id, { cause: 'replaced', reason })
  const issued = { serial, sha256, userId: user.id, authority: authority.sha256, issuedAt }
  insertCertificate(db, { ...issued, ...checked, certificate, reason })
  insertSigningKey(db, { serial, version: 1, wrap, enteredAt: issuedAt })
  audit({
    action: 'signing.issue_certificate',
    subject,
    newValue: { serial, sha256, authority: authority.sha256, ...checked },
    ...(reason === undefined ? {} : { reason }),
  })
}
