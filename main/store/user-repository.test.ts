import { describe, expect, it } from 'vitest'
import { UserId } from '#shared/core/ids.ts'
import { newStore } from '#test/support/new-store.ts'
import { AUTHOR, ENTERED } from '#test/support/store-rows.ts'
import { findSite, insertSite } from './site-repository.ts'
import {
  findUser,
  findUserByLogin,
  insertUser,
  listUsers,
  type UserRecord,
  updateUser,
  userHistory,
} from './user-repository.ts'

const WANG: UserRecord = {
  id: UserId.parse('user-2'),
  version: 1,
  loginName: 'wang',
  fullName: '王芳',
  role: 'coordinator',
  active: true,
  mayReadIdentity: false,
  enteredAt: ENTERED,
  authorId: AUTHOR,
}

describe('users', () => {
  it('are found by id and login name, and listed with the deactivated', () => {
    const { db } = newStore()
    insertUser(db, WANG)
    const left = { ...WANG, version: 2, active: false, reason: 'left the site' }
    updateUser(db, left)
    expect(findUser(db, WANG.id)).toEqual(left)
    expect(findUserByLogin(db, 'wang')).toEqual(left)
    expect(findUserByLogin(db, 'nobody')).toBeUndefined()
    expect(listUsers(db).map(({ loginName }) => loginName)).toEqual(['li.wei', 'wang'])
  })

  it('[U1] never share or inherit a login name or an id, also after deactivation and renaming', () => {
    const { db } = newStore()
    insertUser(db, WANG)
    updateUser(db, { ...WANG, version: 2, active: false, reason: 'left' })
    const other = { ...WANG, id: UserId.parse('user-3') }
    expect(() => insertUser(db, other)).toThrow('duplicate')
    expect(() => insertUser(db, { ...WANG, loginName: 'new.name' })).toThrow('duplicate')
    expect(listUsers(db)).toHaveLength(2)
  })

  it('[A1] keep every version with its author and reason', () => {
    const { db } = newStore()
    insertUser(db, WANG)
    updateUser(db, { ...WANG, version: 2, role: 'monitor', reason: 'new task' })
    expect(userHistory(db, WANG.id).map(({ version, role, reason }) => [version, role, reason])).toEqual([
      [1, 'coordinator', undefined],
      [2, 'monitor', 'new task'],
    ])
  })

  it('are changed only on the version that was seen, with a reason, and only if they exist', () => {
    const { db } = newStore()
    insertUser(db, WANG)
    updateUser(db, { ...WANG, version: 2, reason: 'first' })
    expect(() => updateUser(db, { ...WANG, version: 2, reason: 'second' })).toThrow('stale_version')
    expect(() => updateUser(db, { ...WANG, version: 3 })).toThrow('CHECK constraint failed')
    expect(() => updateUser(db, { ...WANG, id: UserId.parse('x'), version: 2, reason: 'r' })).toThrow(
      'not_found',
    )
  })
})

it('a store has one site', () => {
  const { db } = newStore()
  const site = findSite(db)
  expect(site).toMatchObject({ name: 'Training site', number: '01', timeZone: 'Asia/Shanghai' })
  if (site === undefined) return
  expect(() => insertSite(db, { ...site, name: 'another' })).toThrow('store_exists')
})
