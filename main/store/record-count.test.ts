import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FactId } from '#shared/core/ids.ts'
import { newStoreWithPatient, reopen } from '#test/support/new-store.ts'
import { AUTHOR, ENTERED, factVersion } from '#test/support/store-rows.ts'
import { closeDatabase, openDatabase, pagesAgree, type WritableDb } from './connection.ts'
import { insertFactVersion } from './fact-repository.ts'
import { storeFiles } from './files.ts'
import { insertLaboratoryVersion } from './laboratory-repository.ts'
import { countRecords } from './record-count.ts'
import type { StoreKey } from './store-key.ts'

const PAGE = 4096

/** How an older page among newer ones is found: by each page of the store that `work` changes. */
function foundOlderPages(work: (db: WritableDb) => void): string[] {
  const { directory, key, db } = newStoreWithPatient()
  for (let fact = 0; fact < 100; fact += 1)
    insertFactVersion(db, factVersion({ id: FactId.parse(`fact-${fact}`) }))
  closeDatabase(db)
  const { database } = storeFiles(directory)
  copyFileSync(database, `${database}.earlier`)
  const later = reopen(directory, key)
  work(later)
  const records = countRecords(later)
  closeDatabase(later)
  const [now, before] = [readFileSync(database), readFileSync(`${database}.earlier`)]
  const places = Array.from({ length: Math.min(now.length, before.length) / PAGE }, (_, page) => page * PAGE)
  return places
    .filter(at => at > 0 && !before.subarray(at, at + PAGE).equals(now.subarray(at, at + PAGE)))
    .map(at => {
      const mixed = Buffer.from(now)
      before.copy(mixed, at, at, at + PAGE)
      writeFileSync(database, mixed)
      return howFound(database, key, records)
    })
}

function howFound(database: string, key: StoreKey, records: number): string {
  let db: WritableDb
  try {
    db = openDatabase(database, key)
  } catch {
    return 'refused'
  }
  const found = countRecords(db) < records ? 'counted' : pagesAgree(db) ? 'not found' : 'contradicts'
  closeDatabase(db)
  return found
}

describe('[S2] an older page that was put back among newer ones', () => {
  it('is found where records of a table with indexes are gone', () => {
    const found = foundOlderPages(db => insertFactVersion(db, factVersion({ id: FactId.parse('fact-999') })))
    expect(found.length).toBeGreaterThan(1)
    expect(found).not.toContain('not found')
  })

  it('is found by the number of records where no index repeats them', () => {
    const version = {
      id: 'l-1',
      version: 1,
      name: 'Central',
      tests: [],
      enteredAt: ENTERED,
      authorId: AUTHOR,
    }
    const found = foundOlderPages(db => insertLaboratoryVersion(db, version))
    expect(found).toEqual(['counted'])
  })
})

it('says of a store to which nothing was done that its pages agree', () => {
  const { db } = newStoreWithPatient()
  expect(pagesAgree(db)).toBe(true)
})
