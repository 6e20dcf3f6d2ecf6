import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noteFailure } from '#main/store/attempts.ts'
import { appendEntry } from '#main/store/audit-trail.ts'
import { closeDatabase, copyDatabase, inTransaction, type WritableDb } from '#main/store/connection.ts'
import { replaceDraft } from '#main/store/draft-repository.ts'
import { insertFactVersion } from '#main/store/fact-repository.ts'
import { identifierHash } from '#main/store/identity-hash.ts'
import { knownLogin, readKeyring, unwrapForUser } from '#main/store/keyring.ts'
import { insertPatient } from '#main/store/patient-repository.ts'
import { createStore } from '#main/store/store.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactId } from '#shared/core/ids.ts'
import { filesOf, textsFoundIn } from '#test/support/files-of.ts'
import { newFolder } from '#test/support/new-store.ts'
import {
  AUTHOR,
  auditEntry,
  ENTERED,
  factVersion,
  insertFirstRows,
  PATIENT,
  patientRecord,
  TEST_KDF,
} from '#test/support/store-rows.ts'

const SEEDS = {
  fullName: '欧阳绛珠SEED',
  contact: 'seed-ward-7-绛珠病区',
  screeningNumber: 'SEED-S-4711',
  laboratory: 'Seedlaboratorium №4 检验科',
  reason: 'seeded reason: 抄错了',
  identifier: '110105194912310SEED',
  draft: 'seeded draft 未保存的草稿',
  password: 'seeded password 口令',
  typedAsLogin: 'seeded-password-typed-as-login',
}

async function seededStore() {
  const directory = join(newFolder(), 'store')
  const first = { userId: AUTHOR, loginName: 'li.wei', password: SEEDS.password, kdf: TEST_KDF }
  const fill = (db: WritableDb) => insertFirstRows(db)
  const store = { storeId: 'store-1', at: '2026-11-14T00:00:00.000Z', first, fill }
  const made = await createStore(directory, store)
  inTransaction(made.db, () => seedPatient(made.db))
  return { directory, ...made }
}

function seedPatient(db: WritableDb): void {
  const { fullName, contact, screeningNumber, laboratory, reason, identifier } = SEEDS
  const hashed = identifierHash(Buffer.alloc(32, 7).toString('base64'), identifier)
  insertPatient(db, patientRecord({ fullName, contact, screeningNumber, identifierHash: hashed }))
  const place = { userId: AUTHOR, form: 'fact', patientId: PATIENT }
  replaceDraft(db, place, { savedAt: ENTERED, content: { comment: SEEDS.draft } })
  const value = {
    kind: 'laboratory',
    on: '2026-11-13',
    loinc: '5902-2',
    control: '13.0',
    value: '16.1',
    unit: 's',
    laboratory,
  }
  for (let each = 0; each < 50; each += 1) {
    const id = FactId.parse(`fact-${each}`)
    insertFactVersion(db, factVersion({ id, content: FactContent.parse(value) }))
    appendEntry(db, auditEntry({ newValue: { ...value, fullName, screeningNumber }, reason }))
  }
}

const texts = Object.values(SEEDS)

describe('[S1] no seeded text of a patient, and no password, is in any file', () => {
  it('while the store is open and its WAL holds everything', async () => {
    const { directory, db } = await seededStore()
    expect(filesOf(directory).get('lobule.db-wal')?.length).toBeGreaterThan(10_000)
    expect(textsFoundIn(directory, texts)).toEqual([])
    closeDatabase(db)
  })

  it('after it was closed', async () => {
    const { directory, db } = await seededStore()
    closeDatabase(db)
    expect([...filesOf(directory).keys()]).not.toContain('lobule.db-wal')
    expect(filesOf(directory).get('lobule.db')?.length).toBeGreaterThan(10_000)
    expect(textsFoundIn(directory, texts)).toEqual([])
  })

  it('after a crash: the files as they stand in the middle of the work', async () => {
    const { directory, db } = await seededStore()
    const crashed = newFolder()
    cpSync(directory, crashed, { recursive: true })
    expect(textsFoundIn(crashed, texts)).toEqual([])
    closeDatabase(db)
  })

  it('in a copy before a migration', async () => {
    const { directory, db } = await seededStore()
    copyDatabase(db, join(directory, 'copy.db'))
    expect(filesOf(directory).get('copy.db')?.length).toBeGreaterThan(10_000)
    expect(textsFoundIn(directory, texts)).toEqual([])
    closeDatabase(db)
  })

  it('after a password was typed where the login name belongs', async () => {
    const { directory, db } = await seededStore()
    closeDatabase(db)
    const keyring = readKeyring(directory)
    expect(await unwrapForUser(keyring, SEEDS.typedAsLogin, 'anything')).toBeUndefined()
    noteFailure(directory, knownLogin(keyring, SEEDS.typedAsLogin), 0)
    expect(textsFoundIn(directory, texts)).toEqual([])
  })

  it('and the search itself would find one', async () => {
    const { directory, db } = await seededStore()
    closeDatabase(db)
    writeFileSync(join(directory, 'draft'), Buffer.concat([Buffer.alloc(5), Buffer.from(SEEDS.fullName)]))
    writeFileSync(join(directory, 'wide'), Buffer.from(SEEDS.contact, 'utf16le'))
    expect(textsFoundIn(directory, texts)).toEqual([`draft: ${SEEDS.fullName}`, `wide: ${SEEDS.contact}`])
  })
})
