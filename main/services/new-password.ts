import { currentAuthority, insertAuthorityKey } from '#main/store/authority-repository.ts'
import { activeCertificate, insertSigningKey, signingKey } from '#main/store/certificate-repository.ts'
import { makeVerifier, type PasswordVerifier } from '#main/store/key-wrap.ts'
import { makeWrap, replaceWrap, type UserWrap } from '#main/store/keyring.ts'
import { insertPasswordChange, type PasswordChange, passwordOrigin } from '#main/store/password-repository.ts'
import type { User } from '#shared/api/users.ts'
import type { MutationContext, OpenSession, QueryContext, Writing } from './context.ts'
import { authorityKeyBound, resealKey, signingKeyBound } from './key-secrets.ts'
import { refuseUsedPassword } from './password-policy.ts'

/** A password in the two forms that are kept: what it opens, and how to know it again. */
interface MadePassword {
  readonly wrap: UserWrap
  readonly verifier: PasswordVerifier
}

type Maker = Pick<QueryContext, 'directory' | 'kdf'> & { readonly session: Pick<OpenSession, 'key'> }

/** The slow half of setting a password. */
export async function makePassword(
  { directory, kdf, session }: Maker,
  { id: userId, loginName }: Pick<User, 'id' | 'loginName'>,
  password: string,
): Promise<MadePassword> {
  const wrap = await makeWrap(directory, session.key, { userId, loginName, password, kdf })
  return { wrap, verifier: await makeVerifier(password, kdf) }
}

/** Notes a password that was set; the keyring, as a file, is the caller's to change last. */
export function notePassword(
  { db, session, now, user: author }: Omit<Writing, 'audit'>,
  change: Pick<PasswordChange, 'userId' | 'cause' | 'verifier'>,
): void {
  const version = (passwordOrigin(db, change.userId)?.version ?? 0) + 1
  const entered = { enteredAt: session.clock.render(now()), authorId: author.id }
  insertPasswordChange(db, { ...change, version, ...entered })
}

interface Change {
  readonly present: string
  readonly next: string
  /** Whether the user's own signing key goes on; not where it is replaced at the same time. */
  readonly keepsKey: boolean
}

/**
 * Changes the user's own password, which was proven, and brings every private key that is under it along. The step that
 * it answers comes last in its transaction, since it changes the keyring.
 */
export async function prepareOwnPassword(
  context: QueryContext,
  { present, next, keepsKey }: Change,
): Promise<(writing: MutationContext) => void> {
  const { directory, db, user, session } = context
  await refuseUsedPassword(db, user.id, { next, present })
  const keepSigning = keepsKey && (await resealSigningKey(context, { present, next }))
  const keepAuthority = await resealAuthorityKey(context, { present, next })
  const { wrap, verifier } = await makePassword(context, user, next)
  return writing => {
    writing.audit({ action: 'user.change_password', subject: { kind: 'user', id: user.id } })
    notePassword(writing, { userId: user.id, cause: 'own', verifier })
    if (keepSigning) keepSigning(writing)
    if (keepAuthority) keepAuthority(writing)
    writing.afterCommit(() => {
      session.passwordExpired = false
    })
    replaceWrap(directory, session.key, wrap)
  }
}

type Passwords = Pick<Change, 'present' | 'next'>
type Keep = (writing: Writing) => void

/** A key under another password than the proven one stays there: its owner lost it together with that password. */
async function resealSigningKey(
  { db, user, session, kdf }: QueryContext,
  passwords: Passwords,
): Promise<Keep | undefined> {
  const serial = activeCertificate(db, user.id)?.serial
  if (serial === undefined) return undefined
  const key = signingKey(db, serial)
  const bound = signingKeyBound(session.site.storeId, serial, user.id)
  const wrap = await resealKey(key.wrap, { ...passwords, bound, kdf })
  const version = key.version + 1
  return (
    wrap && (writing => insertSigningKey(writing.db, { serial, version, wrap, enteredAt: timeOf(writing) }))
  )
}

async function resealAuthorityKey(
  { db, user, session, kdf }: QueryContext,
  passwords: Passwords,
): Promise<Keep | undefined> {
  const authority = currentAuthority(db)
  if (authority?.holder !== user.id) return undefined
  const bound = authorityKeyBound(session.site.storeId, authority.sha256, user.id)
  const wrap = await resealKey(authority.wrap, { ...passwords, bound, kdf })
  const keyVersion = authority.keyVersion + 1
  return (
    wrap &&
    (writing =>
      insertAuthorityKey(writing.db, { ...authority, keyVersion, wrap, enteredAt: timeOf(writing) }))
  )
}

function timeOf({ session, now }: Writing): string {
  return session.clock.render(now())
}
