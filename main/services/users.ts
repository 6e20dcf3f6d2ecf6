import type { ReadableDb } from '#main/store/connection.ts'
import { addWrap, removeWrap, replaceWrap } from '#main/store/keyring.ts'
import {
  findUser,
  findUserByLogin,
  insertUser,
  listUsers,
  type UserRecord,
  updateUser,
  userHistory,
} from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import { hasRight, type Role } from '#shared/api/rights.ts'
import type { User, users } from '#shared/api/users.ts'
import { UserId } from '#shared/core/ids.ts'
import { endCertificate } from './certificates.ts'
import type { MutationContext } from './context.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { makePassword, notePassword } from './new-password.ts'
import { changedFields } from './trail.ts'

/** Throws `not_found` for an id that no user has. */
export function userOf(db: ReadableDb, id: UserId): UserRecord {
  const user = findUser(db, id)
  if (user === undefined) throw notFound('user', id)
  return user
}

/** Writes a new user and the entry about it. The wrap that lets them in is the caller's to keep. */
export function admitUser(user: UserRecord, { db, audit }: Pick<MutationContext, 'db' | 'audit'>): User {
  insertUser(db, user)
  const { loginName, fullName, role } = user
  audit({ action: 'user.add', subject: subjectOf(user.id), newValue: { loginName, fullName, role } })
  return user
}

export const userHandlers: AreaHandlers<typeof users> = {
  list: (_input, { db }) => listUsers(db),

  add: {
    async prepare({ password, ...person }, preparing) {
      const { db, session, directory, newId, now, user: author } = preparing
      checkAppointment(person.role, author)
      if (findUserByLogin(db, person.loginName)) {
        throw new AppError({ code: 'duplicate', entity: 'user', field: 'loginName' })
      }
      const id = UserId.parse(newId())
      const { wrap, verifier } = await makePassword(preparing, { id, loginName: person.loginName }, password)
      return context => {
        const entered = { enteredAt: session.clock.render(now()), authorId: context.user.id }
        const user = admitUser(
          { id, version: 1, ...person, active: true, mayReadIdentity: false, ...entered },
          context,
        )
        notePassword(context, { userId: id, cause: 'created', verifier })
        // Last, so that nothing after it can undo the user and leave the wrap.
        addWrap(directory, session.key, wrap)
        return user
      }
    },
  },

  changeRole({ userId, role, reason }, context) {
    const user = activeUser(userId, context)
    checkAppointment(role, context.user)
    if (userId === context.user.id) throw invalid('userId', 'nobody changes their own role; ask another user')
    keepOneInvestigator(user, context)
    const change = { role, ...(role === 'administrator' ? { mayReadIdentity: false } : {}) }
    // The certificate names the role.
    if (role !== user.role) endCertificate(context, userId, { cause: 'role_changed', reason })
    return revise(user, change, 'user.change_role', reason, context)
  },

  grantIdentity({ userId, granted, reason }, context) {
    const user = activeUser(userId, context)
    if (granted && user.role === 'administrator') {
      throw invalid('userId', 'an administrator sees no clinical data and cannot see full names')
    }
    if (granted && userId === context.user.id && !isOnlyTheFirst(user, context)) {
      throw invalid('userId', 'nobody lets themselves see full names; ask another principal investigator')
    }
    return revise(user, { mayReadIdentity: granted }, 'user.grant_identity', reason, context)
  },

  deactivate({ userId, reason }, context) {
    const user = activeUser(userId, context)
    if (userId === context.user.id) throw invalid('userId', 'nobody deactivates themselves; ask another user')
    keepOneInvestigator(user, context)
    const revised = revise(user, { active: false }, 'user.deactivate', reason, context)
    endCertificate(context, userId, { cause: 'deactivated', reason })
    const { directory, session, afterCommit } = context
    // Not before: a crash in between would lock an active user out for good. The next unlock drops what is left over.
    afterCommit(() => removeWrap(directory, session.key, userId))
    return revised
  },

  resetPassword: {
    async prepare({ userId, password, reason }, preparing) {
      const { user: author, session, directory } = preparing
      const user = activeUser(userId, preparing)
      checkAppointment(user.role, author)
      if (userId === author.id) throw invalid('userId', 'nobody resets their own password; change it instead')
      const { wrap, verifier } = await makePassword(preparing, user, password)
      return context => {
        const reset = activeUser(userId, context)
        checkAppointment(reset.role, context.user)
        context.audit({ action: 'user.reset_password', subject: subjectOf(userId), reason })
        // Who set this password knows it: nothing may be signed by it.
        endCertificate(context, userId, { cause: 'password_reset', reason })
        notePassword(context, { userId, cause: 'reset', verifier })
        // Not before: a crash in between must not leave a password that works and no word of who set it.
        context.afterCommit(() => replaceWrap(directory, session.key, wrap))
        return reset
      }
    },
  },
}

type Change = Partial<Pick<UserRecord, 'role' | 'active' | 'mayReadIdentity'>>

function revise(
  user: UserRecord,
  change: Change,
  action: string,
  reason: string,
  { db, audit, session, now, user: author }: MutationContext,
): UserRecord {
  const entered = { enteredAt: session.clock.render(now()), authorId: author.id, reason }
  const revised = { ...user, ...change, ...entered, version: user.version + 1 }
  const changed = changedFields(user, revised, ['role', 'active', 'mayReadIdentity'])
  if (changed.length === 0) return user
  updateUser(db, revised)
  for (const values of changed) audit({ action, subject: subjectOf(user.id), ...values, reason })
  return revised
}

function activeUser(id: UserId, { db }: { readonly db: ReadableDb }): UserRecord {
  const user = userOf(db, id)
  if (!user.active)
    throw invalid('userId', 'this user was deactivated; a deactivated user stays as they were')
  return user
}

/** Who adds a user knows their first password, so only who sees clinical data lets others see it. */
function checkAppointment(role: Role, author: User): void {
  if (role !== 'administrator' && !hasRight(author, 'users.appoint')) {
    throw new AppError({ code: 'not_permitted', right: 'users.appoint' })
  }
}

/** The user who created the store, while nobody else could grant them anything. */
function isOnlyTheFirst(user: UserRecord, { db }: MutationContext): boolean {
  return userHistory(db, user.id)[0]?.authorId === user.id && otherInvestigators(user, db).length === 0
}

/** Without a principal investigator nobody could appoint one. */
function keepOneInvestigator(leaving: UserRecord, { db }: MutationContext): void {
  if (leaving.role !== 'principal_investigator') return
  if (otherInvestigators(leaving, db).length === 0)
    throw invalid('userId', 'the site needs one active principal investigator')
}

function otherInvestigators({ id }: UserRecord, db: ReadableDb): UserRecord[] {
  return listUsers(db).filter(user => user.active && user.role === 'principal_investigator' && user.id !== id)
}

function subjectOf(id: UserId) {
  return { kind: 'user', id }
}
