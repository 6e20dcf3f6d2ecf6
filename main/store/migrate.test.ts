import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ProtocolId } from '#shared/core/ids.ts'
import { newFolder, openRaw, reopen } from '#test/support/new-store.ts'
import {
  AUTHOR,
  auditEntry,
  ENTERED,
  factVersion,
  insertFirstRows,
  patientRecord,
} from '#test/support/store-rows.ts'
import { appendEntry } from './audit-trail.ts'
import {
  closeDatabase,
  createDatabase,
  insert,
  openDatabase,
  schemaVersion,
  select,
  type WritableDb,
} from './connection.ts'
import { listDrafts, replaceDraft } from './draft-repository.ts'
import { currentFacts, insertFactVersion } from './fact-repository.ts'
import { storeFiles } from './files.ts'
import { insertLaboratoryVersion, listLaboratories } from './laboratory-repository.ts'
import { migrate, migrations } from './migrate.ts'
import { findPatient, insertPatient } from './patient-repository.ts'
import { currentReadingChoices, insertReadingChoices } from './protocol-repository.ts'
import { findSettings, insertSettings } from './settings-repository.ts'
import { StoreKey } from './store-key.ts'
import { findUser } from './user-repository.ts'
import { verifyTrail } from './verify-trail.ts'

function storeAt(version: number) {
  const directory = newFolder()
  const key = StoreKey.generate()
  const { database, backups } = storeFiles(directory)
  const db = createDatabase(database, key)
  onTestFinished(() => closeDatabase(db))
  migrate(db, backups, version)
  return { directory, key, db, backups }
}

function insertOldSettings(db: WritableDb): void {
  const sql = `INSERT INTO settings_versions (version, idle_minutes, entered_at, author_id, reason)
    VALUES (1, 5, ?, ?, 'r')`
  insert(db, sql).run(ENTERED, AUTHOR)
}

describe('[N1] a migration', () => {
  it('has a number in steps of 10, above the one before', () => {
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_step, index) => (index + 1) * 10),
    )
  })

  it('from 10 to 20 keeps the site, its users and the trail, and takes patients and facts', () => {
    const { db, backups } = storeAt(10)
    insertFirstRows(db)
    appendEntry(db, auditEntry())
    expect(migrate(db, backups, 20)).toMatchObject({ from: 10, to: 20 })
    expect(findUser(db, AUTHOR)?.fullName).toBe('李伟')
    expect(verifyTrail(db)).toMatchObject({ entries: 1, problems: [] })
    insertPatient(db, patientRecord())
    insertFactVersion(db, factVersion())
    expect(currentFacts(db, patientRecord().id)).toHaveLength(1)
  })

  it('from 20 to 30 keeps patients and facts, and takes the protocols’ configuration', () => {
    const { db, backups } = storeAt(20)
    insertFirstRows(db)
    insertPatient(db, patientRecord())
    insertFactVersion(db, factVersion())
    expect(migrate(db, backups, 30)).toMatchObject({ from: 20, to: 30 })
    expect(findPatient(db, patientRecord().id)).toEqual(patientRecord())
    expect(currentFacts(db, patientRecord().id)).toHaveLength(1)
    const protocol = ProtocolId.parse('NCT05106972')
    const { enteredAt, authorId } = patientRecord()
    insertReadingChoices(db, protocol, { version: 1, enteredAt, authorId, choices: { age: 'day-after' } })
    expect(currentReadingChoices(db, protocol)?.choices).toEqual({ age: 'day-after' })
  })

  it('from 30 to 40 keeps the configuration, and takes drafts', () => {
    const { db, backups } = storeAt(30)
    insertFirstRows(db)
    insertPatient(db, patientRecord())
    const protocol = ProtocolId.parse('NCT05106972')
    const { id: patientId, enteredAt, authorId } = patientRecord()
    insertReadingChoices(db, protocol, { version: 1, enteredAt, authorId, choices: { age: 'day-after' } })
    expect(migrate(db, backups, 40)).toMatchObject({ from: 30, to: 40 })
    expect(currentReadingChoices(db, protocol)?.choices).toEqual({ age: 'day-after' })
    const place = { userId: authorId, form: 'fact', patientId }
    replaceDraft(db, place, { savedAt: enteredAt, content: 1 })
    expect(listDrafts(db, authorId)).toMatchObject([{ form: 'fact', screeningNumber: 'S-001', content: 1 }])
  })

  it('from 40 to 50 keeps drafts, and takes laboratories and settings', () => {
    const { db, backups } = storeAt(40)
    insertFirstRows(db)
    const { enteredAt, authorId } = patientRecord()
    replaceDraft(db, { userId: authorId, form: 'fact', patientId: null }, { savedAt: enteredAt, content: 1 })
    expect(migrate(db, backups, 50)).toMatchObject({ from: 40, to: 50 })
    expect(listDrafts(db, authorId)).toHaveLength(1)
    const entry = { version: 1, enteredAt, authorId }
    insertLaboratoryVersion(db, { id: 'l', name: 'Central', tests: [], ...entry })
    insertOldSettings(db)
    expect(listLaboratories(db).map(({ name }) => name)).toEqual(['Central'])
    expect(select(db, 'SELECT idle_minutes FROM settings_versions').pluck().get()).toBe(5)
  })

  it('from 50 to 60 keeps the settings and takes what signing and password rules say of them', () => {
    const { db, backups } = storeAt(50)
    insertFirstRows(db)
    insertOldSettings(db)
    expect(migrate(db, backups, 60)).toMatchObject({ from: 50, to: 60 })
    const undecided = { passwordMaxAgeDays: null, passwordRecall: 0, countersignature: false }
    expect(findSettings(db)).toEqual({ version: 1, idleMinutes: 5, ...undecided })
    const { enteredAt, authorId } = patientRecord()
    const decided = { idleMinutes: 5, passwordMaxAgeDays: 90, passwordRecall: 3, countersignature: true }
    insertSettings(db, { version: 2, ...decided, enteredAt, authorId, reason: 'r' })
    expect(findSettings(db)).toEqual({ version: 2, ...decided })
  })

  it('is preceded by an encrypted copy that opens with the same key and holds the old rows', () => {
    const { db, key, backups } = storeAt(10)
    insertFirstRows(db)
    const backup = migrate(db, backups)?.backup ?? ''
    expect(readdirSync(backups)).toEqual(['v10-before-v60.db'])
    expect(statSync(backup).mode & 0o077).toBe(0)
    const copy = openDatabase(backup, key)
    onTestFinished(() => closeDatabase(copy))
    expect(schemaVersion(copy)).toBe(10)
    expect(findUser(copy, AUTHOR)?.fullName).toBe('李伟')
    expect(() => openDatabase(backup, StoreKey.generate())).toThrow('store_damaged')
  })

  it('never overwrites an earlier copy', () => {
    const { db, backups } = storeAt(10)
    mkdirSync(join(backups, 'v10-before-v60.db'), { recursive: true })
    expect(migrate(db, backups)?.backup).toBe(join(backups, 'v10-before-v60-2.db'))
  })

  it('does nothing to a store of this version, and copies nothing for a new one', () => {
    const { db, backups } = storeAt(60)
    expect(existsSync(backups)).toBe(false)
    expect(migrate(db, backups)).toBeUndefined()
  })

  it('refuses a store that a newer version wrote, without calling it damaged', () => {
    const { directory, key, db, backups } = storeAt(60)
    closeDatabase(db)
    const raw = openRaw(directory, key)
    raw.pragma('user_version = 70')
    raw.close()
    const newer = reopen(directory, key)
    expect(() => migrate(newer, backups)).toThrow('unavailable')
    expect(schemaVersion(newer)).toBe(70)
  })
})

describe('an index', () => {
  it.each([
    ['audit_entries_by_subject', "SELECT 1 FROM audit_entries WHERE subject_kind = 'a' AND subject_id = 'b'"],
    ['audit_entries_by_action', "SELECT 1 FROM audit_entries WHERE action = 'login'"],
    ['patient_versions_by_screening_number', "SELECT 1 FROM patient_versions WHERE screening_number = 'S'"],
    ['patient_versions_by_identity_hash', "SELECT 1 FROM patient_versions WHERE identity_hash = 'x'"],
    ['patient_versions_by_identifier_hash', "SELECT 1 FROM patient_versions WHERE identifier_hash = 'x'"],
    [
      'PRIMARY KEY (patient_id=?)',
      "SELECT max(version) FROM fact_versions WHERE patient_id = 'p' GROUP BY fact_id",
    ],
    [
      'fact_versions USING PRIMARY KEY (patient_id=?)',
      `SELECT fact_id, max(version) FROM fact_versions WHERE patient_id IN (SELECT value FROM json_each('[]'))
        GROUP BY patient_id, fact_id`,
    ],
    [
      'patient_versions USING PRIMARY KEY (patient_id=?)',
      'SELECT (SELECT count(*) FROM patient_versions WHERE patient_id = p.id) FROM patients p',
    ],
    ['drafts_by_place (user_id=?)', "SELECT 1 FROM drafts WHERE user_id = 'u'"],
    ['sqlite_autoindex_fact_versions_2 (fact_id=?)', "SELECT 1 FROM fact_versions WHERE fact_id = 'f'"],
  ])('%s serves the question it is for', (index, sql) => {
    const { db } = storeAt(60)
    const plan = JSON.stringify(select(db, `EXPLAIN QUERY PLAN ${sql}`).all())
    expect(plan).toContain(index)
    expect(plan).not.toContain('TEMP B-TREE')
  })
})
