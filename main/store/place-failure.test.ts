import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/api/errors.ts'
import { newFolder } from '#test/support/new-store.ts'
import { placeFailure, storeFailure, troubleOf } from './place-failure.ts'

function failing(code: string, path?: string): Error {
  return Object.assign(new Error('said by the system'), { code, ...(path === undefined ? {} : { path }) })
}

describe('a failure of the disk', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EFBIG', 'full'],
    ['SQLITE_FULL', 'full'],
    ['EROFS', 'read_only'],
    ['SQLITE_READONLY_DBMOVED', 'read_only'],
    ['EACCES', 'not_permitted'],
    ['SQLITE_CANTOPEN', 'not_permitted'],
    ['ENOENT', 'missing'],
    ['ENODEV', 'gone'],
    ['EIO', 'failing'],
    ['SQLITE_IOERR_FSYNC', 'failing'],
  ])('%s is told as %s', (code, trouble) => {
    expect(placeFailure(failing(code), 'backup')?.payload).toEqual({
      code: 'no_place',
      place: 'backup',
      trouble,
    })
  })

  it.each(['SQLITE_IOERR_SHORT_READ', 'SQLITE_CORRUPT', 'SQLITE_CONSTRAINT_UNIQUE', 'ERR_INVALID_ARG_TYPE'])(
    '%s is none',
    code => expect(troubleOf(failing(code))).toBeUndefined(),
  )

  it('names a folder that is not there where SQLite says only that it could not open', () => {
    const folder = join(newFolder(), 'gone')
    expect(placeFailure(failing('SQLITE_CANTOPEN'), 'store', folder)?.payload).toMatchObject({
      trouble: 'missing',
    })
    mkdirSync(folder)
    expect(placeFailure(failing('SQLITE_CANTOPEN'), 'store', folder)?.payload).toMatchObject({
      trouble: 'not_permitted',
    })
  })

  it('is the store’s own where it names a file of it or none, and a bug where it names another', () => {
    const store = join(newFolder(), '数据 库')
    const own = { code: 'no_place', place: 'store', trouble: 'missing' }
    expect(storeFailure(failing('ENOENT', join(store, 'keyring.json')), store)?.payload).toEqual(own)
    expect(storeFailure(failing('ENOENT', `${store}.7.draft`), store)?.payload).toEqual(own)
    expect(storeFailure(failing('EIO'), store)?.payload).toEqual({ ...own, trouble: 'failing' })
    expect(storeFailure(failing('ENOENT', '/fonts/a.ttf'), store)).toBeUndefined()
  })

  it('tells another program that holds the database', () => {
    const failure = storeFailure(failing('SQLITE_BUSY_SNAPSHOT'), newFolder())
    expect(failure).toBeInstanceOf(AppError)
    expect(failure?.payload).toEqual({ code: 'store_in_use' })
  })
})
