import { randomBytes } from 'node:crypto'
import { closeDatabase } from '#main/store/connection.ts'
import { makeVerifier } from '#main/store/key-wrap.ts'
import { insertSite } from '#main/store/site-repository.ts'
import { createStore } from '#main/store/store.ts'
import { lockStore } from '#main/store/store-lock.ts'
import type { UserRecord } from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { site } from '#shared/api/site.ts'
import { UserId } from '#shared/core/ids.ts'
import { draftAuthority, keepAuthority } from './authority.ts'
import { defined } from './defined.ts'
import type { AreaHandlers } from './handlers.ts'
import { notePassword } from './new-password.ts'
import { anchorTrail, sessionOf } from './opening.ts'
import { discardReceived, openReceived, receivePart } from './received-copy.ts'
import { siteClock } from './site-clock.ts'
import { storeStatus } from './store-status.ts'
import { transact } from './trail.ts'
import { admitUser } from './users.ts'

export const siteHandlers: AreaHandlers<typeof site> = {
  status(_input, context) {
    const status = storeStatus(context)
    return status.state === 'locked' ? { ...status, ...defined({ deadlines: context.deadlines() }) } : status
  },

  receiveCopy: receivePart,
  openCopy: ({ id }, context) => openReceived(id, context),
  discardCopy({ id }, context) {
    discardReceived(id, context)
    return {}
  },

  async create({ principalInvestigator, ...input }, context) {
    if (storeStatus(context).state !== 'none') throw new AppError({ code: 'store_exists' })
    const { directory, newId, now, kdf } = context
    const site = defined(input)
    const storeId = newId()
    const at = now()
    const { password, ...person } = principalInvestigator
    const user = firstUser(UserId.parse(newId()), person, siteClock(site.timeZone).render(at))
    const authority = await draftAuthority(context, { site: { ...site, storeId }, holder: user.id, password })
    const verifier = await makeVerifier(password, kdf)
    const { db, key, recoveryKey } = await createStore(directory, {
      storeId,
      at: at.toISOString(),
      first: { userId: user.id, loginName: user.loginName, password, kdf },
      fill(draft, draftKey, folder) {
        if (!context.mayOpen()) throw new AppError({ code: 'locked' })
        const record = { ...site, storeId, secret: randomBytes(32).toString('base64') }
        insertSite(draft, { ...record, createdAt: user.enteredAt })
        const session = sessionOf(draft, draftKey, user)
        transact(session, { directory: folder, now, user }, audit => {
          audit({ action: 'site.create', subject: { kind: 'site', id: storeId }, newValue: site })
          const writing = { db: draft, audit, now, session, user }
          admitUser(user, writing)
          notePassword(writing, { userId: user.id, cause: 'created', verifier })
          keepAuthority(writing, authority)
          const subject = { kind: 'user', id: user.id }
          audit({ action: 'session.unlock', subject, newValue: { failedAttempts: 0 } })
        })
        anchorTrail(folder, session)
      },
    })
    if (context.mayOpen()) {
      context.slot.current = sessionOf(db, key, user)
      context.slot.lock = lockStore(directory)
    } else {
      // The store is there: without this answer nobody would ever see its recovery key.
      closeDatabase(db)
      key.destroy()
    }
    return { user, recoveryKey }
  },

  get: (_input, { session: { site } }) => site,
}

/** The first user is their own author: there is nobody else yet. */
function firstUser(
  id: UserId,
  person: Pick<UserRecord, 'loginName' | 'fullName'>,
  enteredAt: string,
): UserRecord {
  const role = 'principal_investigator'
  return { id, version: 1, ...person, role, active: true, mayReadIdentity: false, enteredAt, authorId: id }
}
