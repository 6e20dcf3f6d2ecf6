import { copyFileSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendEntry } from '#main/store/audit-trail.ts'
import { closeDatabase, inTransaction, openDatabase } from '#main/store/connection.ts'
import { insertFactVersion } from '#main/store/fact-repository.ts'
import { storeFiles } from '#main/store/files.ts'
import { readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { insertPatient } from '#main/store/patient-repository.ts'
import { createStore } from '#main/store/store.ts'
import { StoreKey } from '#main/store/store-key.ts'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import { FactId } from '#shared/core/ids.ts'
import { hashesOf } from '#test/support/files-of.ts'
import { newFolder } from '#test/support/new-store.ts'
import {
  AUTHOR,
  auditEntry,
  factVersion,
  insertFirstRows,
  patientRecord,
  TEST_KDF,
} from '#test/support/store-rows.ts'

const PAGE = 4096
const PASSWORD = 'correct horse battery'

/** A store with some pages of everything in it, closed. */
async function closedStore(crashed = false) {
  const directory = join(newFolder(), 'store')
  const first = { userId: AUTHOR, loginName: 'li.wei', password: PASSWORD, kdf: TEST_KDF }
  const store = { storeId: 'store-1', at: '2026-11-14T00:00:00.000Z', first, fill: insertFirstRows }
  const { db, key } = await createStore(directory, store)
  inTransaction(db, () => {
    insertPatient(db, patientRecord())
    for (let each = 0; each < 60; each += 1) {
      insertFactVersion(db, factVersion({ id: FactId.parse(`fact-${each}`) }))
      appendEntry(db, auditEntry({ newValue: each }))
    }
  })
  const { database } = storeFiles(directory)
  if (crashed) {
    // As a crash leaves them: taken while the connection is open, put back after it closed.
    for (const end of ['', '-wal']) copyFileSync(`${database}${end}`, `${database}.crashed${end}`)
  }
  closeDatabase(db)
  if (crashed) for (const end of ['', '-wal']) renameSync(`${database}.crashed${end}`, `${database}${end}`)
  return { directory, key, database }
}

function refusal(database: string, key: StoreKey): ErrorPayload | undefined {
  try {
    closeDatabase(openDatabase(database, key))
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error.payload
    throw error
  }
}

const DAMAGED = { code: 'store_damaged', part: 'database' }

describe('[S2] a store is left as it is and says what is wrong', () => {
  it('when the password is wrong: nothing but "wrong"', async () => {
    const { directory } = await closedStore()
    const before = hashesOf(directory)
    expect(await unwrapForUser(readKeyring(directory), 'li.wei', 'wrong horse battery')).toBeUndefined()
    expect(hashesOf(directory)).toEqual(before)
  })

  it('when one bit of any page is flipped: damaged', async () => {
    const { directory, database, key } = await closedStore()
    const whole = readFileSync(database)
    const pages = whole.length / PAGE
    expect(pages).toBeGreaterThan(20)
    for (let page = 0; page < pages; page += 1) {
      const spoiled = Buffer.from(whole)
      const at = page * PAGE + ((page * 997) % PAGE)
      spoiled.writeUInt8(spoiled.readUInt8(at) ^ 1, at)
      writeFileSync(database, spoiled)
      const before = hashesOf(directory)
      expect(refusal(database, key), `page ${page + 1}`).toEqual(DAMAGED)
      expect(hashesOf(directory), `page ${page + 1}`).toEqual(before)
    }
    writeFileSync(database, whole)
    expect(refusal(database, key), 'the whole one opens').toBeUndefined()
  })

  it.each([0, 100, 512, PAGE - 1, PAGE, 3 * PAGE, 3 * PAGE + 17])(
    'when it ends after %i bytes: damaged',
    async length => {
      const { directory, database, key } = await closedStore()
      truncateSync(database, length)
      const before = hashesOf(directory)
      expect(refusal(database, key)).toEqual(DAMAGED)
      expect(hashesOf(directory)).toEqual(before)
    },
  )

  it('when two pages changed places: damaged', async () => {
    const { database, key } = await closedStore()
    const whole = readFileSync(database)
    const [fifth, sixth] = [4, 5].map(page => Buffer.from(whole.subarray(page * PAGE, (page + 1) * PAGE)))
    sixth?.copy(whole, 4 * PAGE)
    fifth?.copy(whole, 5 * PAGE)
    writeFileSync(database, whole)
    expect(refusal(database, key)).toEqual(DAMAGED)
  })

  it('when it is damaged and a crash left a WAL: damaged, and the WAL is not folded into it', async () => {
    const { directory, database, key } = await closedStore(true)
    const spoiled = readFileSync(database)
    // In every page, because those that the WAL holds are read from there.
    for (let at = 40; at < spoiled.length; at += PAGE) spoiled.writeUInt8(spoiled.readUInt8(at) ^ 1, at)
    writeFileSync(database, spoiled)
    const before = hashesOf(directory)
    expect(Object.keys(before)).toContain('lobule.db-wal')
    expect(refusal(database, key)).toEqual(DAMAGED)
    expect(hashesOf(directory)).toEqual(before)
  })

  it('when the key is another one: damaged, because a key is proven before it comes here', async () => {
    const { directory, database } = await closedStore()
    const before = hashesOf(directory)
    expect(refusal(database, StoreKey.generate())).toEqual(DAMAGED)
    expect(hashesOf(directory)).toEqual(before)
  })

  it('when the database is gone: missing, and no new one is made', async () => {
    const { directory, database, key } = await closedStore()
    rmSync(database)
    const before = hashesOf(directory)
    expect(refusal(database, key)).toEqual({ code: 'store_missing', part: 'database' })
    expect(hashesOf(directory)).toEqual(before)
  })

  it('when the keyring is gone: missing, and no new one is made', async () => {
    const { directory } = await closedStore()
    rmSync(storeFiles(directory).keyring)
    const before = hashesOf(directory)
    expect(() => readKeyring(directory)).toThrow(
      expect.objectContaining({ payload: { code: 'store_missing', part: 'keyring' } }),
    )
    expect(hashesOf(directory)).toEqual(before)
  })
})

it('[B2] a store that a crash left with its WAL opens with everything in it', async () => {
  const { database, key, directory } = await closedStore(true)
  expect(Object.keys(hashesOf(directory))).toContain('lobule.db-wal')
  expect(refusal(database, key)).toBeUndefined()
})
