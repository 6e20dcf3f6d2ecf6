import type { ReadableDb } from '#main/store/connection.ts'
import { matchesVerifier } from '#main/store/key-wrap.ts'
import { passwordChanges, passwordOrigin } from '#main/store/password-repository.ts'
import { userHistory } from '#main/store/user-repository.ts'
import { lastEntryAbout, millisecondsSince } from '#main/store/user-trail.ts'
import type { PasswordDue } from '#shared/api/session.ts'
import type { UserId } from '#shared/core/ids.ts'
import { invalid } from './failures.ts'
import { settingsOf } from './settings.ts'

const DAY_MS = 86_400_000
/** Every way in which a password is set leaves one of these. */
const PASSWORD_SET = ['user.add', 'user.change_password', 'user.reset_password']

/** Whether somebody else set the present password, so that it has to be changed before anything else. */
export function foreignPassword(db: ReadableDb, userId: UserId): Exclude<PasswordDue, 'expired'> | null {
  const origin = passwordOrigin(db, userId)
  // From before passwords were noted: only who created the store is known to have set their own.
  if (origin === undefined) return isOwnAuthor(db, userId) ? null : 'first'
  if (origin.cause === 'reset') return 'reset'
  return origin.cause === 'created' && origin.authorId !== userId ? 'first' : null
}

/** Whether nobody but the user is known to have had a hand in their present password: not even by the recovery key. */
export function isOwnPassword(db: ReadableDb, userId: UserId): boolean {
  return foreignPassword(db, userId) === null && passwordOrigin(db, userId)?.cause !== 'recovery'
}

/**
 * Whether the password that signs has to be set before a second person: since somebody else set one, or the recovery
 * key did, no second person was there. That it was changed since says little: whoever knew it could have done that.
 */
export function wantsNewSecret(db: ReadableDb, userId: UserId): boolean {
  const added = isOwnAuthor(db, userId) ? [] : ['user.add']
  const actions = [...added, 'user.reset_password', 'session.unlock_with_recovery']
  const foreign = lastEntryAbout(db, userId, actions)
  if (foreign === undefined) return false
  return foreign > (lastEntryAbout(db, userId, ['signing.issue_certificate']) ?? 0)
}

/** Whether the present password is older than the site allows, by the time that ran and not by a clock that was moved back. */
export function isExpired(db: ReadableDb, userId: UserId, now: Date): boolean {
  const { passwordMaxAgeDays } = settingsOf(db)
  const set = lastEntryAbout(db, userId, PASSWORD_SET)
  if (passwordMaxAgeDays === null || set === undefined) return false
  return millisecondsSince(db, set, now) >= passwordMaxAgeDays * DAY_MS
}

/**
 * Refuses the present password and as many earlier ones as the site recalls. Without `present`, where it was lost, the
 * lost one is the first of these.
 */
export async function refuseUsedPassword(
  db: ReadableDb,
  userId: UserId,
  { next, present }: { readonly next: string; readonly present?: string },
): Promise<void> {
  if (present !== undefined && next.normalize('NFKC') === present.normalize('NFKC')) {
    throw invalid('newPassword', 'is the present password; choose another')
  }
  const { passwordRecall } = settingsOf(db)
  const first = present === undefined ? 0 : 1
  for (const { verifier } of passwordChanges(db, userId).slice(first, first + passwordRecall)) {
    if (await matchesVerifier(verifier, next)) throw invalid('newPassword', 'was used before; choose another')
  }
}

/** The first user of a store, who set their own password. */
function isOwnAuthor(db: ReadableDb, userId: UserId): boolean {
  return userHistory(db, userId)[0]?.authorId === userId
}
