import { mkdirSync } from 'node:fs'
import { startAttempts } from '#main/store/attempts.ts'
import { appendEntry } from '#main/store/audit-trail.ts'
import { closeDatabase, createDatabase, inTransaction } from '#main/store/connection.ts'
import { storeFiles } from '#main/store/files.ts'
import { addWrap, createKeyring, makeWrap } from '#main/store/keyring.ts'
import { migrate } from '#main/store/migrate.ts'
import { insertSite } from '#main/store/site-repository.ts'
import { insertUser } from '#main/store/user-repository.ts'
import type { Role } from '#shared/api/rights.ts'
import { UserId } from '#shared/core/ids.ts'
import { FAST_KDF, PASSWORD } from './engine.ts'
import { ENTERED } from './store-rows.ts'

const CHEN = UserId.parse('u-chen')

/**
 * A store as it was before there were certificates and notes of passwords: its principal investigator `chen`, and
 * others of these roles, by whose name they log in. Answers the recovery key.
 */
export async function makeOldStore(directory: string, roles: readonly Role[]): Promise<string> {
  mkdirSync(directory, { recursive: true })
  const first = { userId: CHEN, loginName: 'chen', password: PASSWORD, kdf: FAST_KDF }
  const { key, recoveryKey } = await createKeyring(directory, { ...first, storeId: 'store-1' })
  startAttempts(directory)
  const others = roles.map(role => ({ ...first, userId: UserId.parse(`u-${role}`), loginName: role }))
  for (const other of others) addWrap(directory, key, await makeWrap(directory, key, other))
  const { database } = storeFiles(directory)
  const db = createDatabase(database, key)
  migrate(db, 50)
  inTransaction(db, () => {
    const site = { storeId: 'store-1', name: 'Old site', number: '02', timeZone: 'Asia/Shanghai' }
    insertSite(db, { ...site, secret: Buffer.alloc(32, 7).toString('base64'), createdAt: ENTERED })
    const people = [{ ...first, role: 'principal_investigator' as const }]
    const all = [...people, ...others.map((other, index) => ({ ...other, role: roles[index] ?? 'monitor' }))]
    for (const { userId: id, loginName, role } of all) {
      const state = { version: 1, active: true, mayReadIdentity: false, enteredAt: ENTERED, authorId: CHEN }
      insertUser(db, { id, loginName, fullName: loginName, role, ...state })
      appendEntry(db, {
        ...{ at: '2026-11-14T00:30:00.000Z', offset: '+08:00', userId: CHEN, role: 'principal_investigator' },
        ...{ action: 'user.add', subject: { kind: 'user', id } },
      })
    }
  })
  closeDatabase(db)
  key.destroy()
  return recoveryKey
}
