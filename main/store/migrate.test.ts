import { describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FactId, ProtocolId } from '#shared/core/ids.ts'
import { storeAt } from '#test/support/new-store.ts'
import {
  AUTHOR,
  auditEntry,
  ENTERED,
  factVersion,
  importRecord,
  insertFirstRows,
  patientRecord,
} from '#test/support/store-rows.ts'
import { appendEntry, GENESIS } from './audit-trail.ts'
import { insertBackup, listBackups, type StoredBackup } from './backup-repository.ts'
import { insert, select, type WritableDb } from './connection.ts'
import { currentNotes, insertDeviationNote } from './deviation-repository.ts'
import { listDrafts, replaceDraft } from './draft-repository.ts'
import { currentFacts, insertFactVersion } from './fact-repository.ts'
import { insertImport, listImports } from './import-repository.ts'
import { insertLaboratoryVersion, listLaboratories } from './laboratory-repository.ts'
import { migrate, migrations } from './migrate.ts'
import { findPatient, insertPatient } from './patient-repository.ts'
import { insertDeviation, insertPlan, listDeviations, plansOf } from './plan-repository.ts'
import { currentReadingChoices, insertReadingChoices } from './protocol-repository.ts'
import { findSettings, insertSettings } from './settings-repository.ts'
import { findUser } from './user-repository.ts'
import { verifyTrail } from './verify-trail.ts'

function storedBackup(): StoredBackup {
  const place = { folder: '/media/备份 盘', fileName: '01.lobule', bytes: 1, sha256: GENESIS }
  const trail = { entries: 1, hash: GENESIS }
  return { id: 'b1', cause: 'asked', madeAt: ENTERED, ...place, trail, authorId: AUTHOR }
}

function insertOldSettings(db: WritableDb): void {
  const sql = `INSERT INTO settings_versions (version, idle_minutes, entered_at, author_id, reason)
    VALUES (1, 5, ?, ?, 'r')`
  insert(db, sql).run(ENTERED, AUTHOR)
}

/** A plan with its signature and a deviation, as a store of 60 kept them. */
function insertOldSteps(db: WritableDb): void {
  const { id, enteredAt } = patientRecord()
  const place = `'${id}', 'NCT05106972', 'first_dose'`
  const rows = [
    `authorities VALUES ('a', 1, 'c', '${enteredAt}', '${AUTHOR}')`,
    `certificates VALUES ('1', '${AUTHOR}', 'a', 'c', 'h', 'd', '${AUTHOR}', '${enteredAt}', NULL)`,
    `signatures VALUES ('s1', 'eligibility', '${id}', 'NCT05106972', NULL, NULL, 'r', 's', '1', '${AUTHOR}',
      '${enteredAt}')`,
    `plans VALUES ('p1', ${place}, '2026-01-12', 's1', '${enteredAt}', '${AUTHOR}')`,
    `deviations VALUES ('d1', ${place}, 'f1', '["no_consent"]', 'r', '${AUTHOR}', '${enteredAt}', '${AUTHOR}')`,
  ]
  for (const row of rows) insert(db, `INSERT INTO ${row}`).run()
}

describe('[N1] a migration', () => {
  it('has a number in steps of 10, above the one before', () => {
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_step, index) => (index + 1) * 10),
    )
  })

  it('from 10 to 20 keeps the site, its users and the trail, and takes patients and facts', () => {
    const { db } = storeAt(10)
    insertFirstRows(db)
    appendEntry(db, auditEntry())
    expect(migrate(db, 20)).toMatchObject({ from: 10, to: 20 })
    expect(findUser(db, AUTHOR)?.fullName).toBe('李伟')
    expect(verifyTrail(db)).toMatchObject({ entries: 1, problems: [] })
    insertPatient(db, patientRecord())
    insertFactVersion(db, factVersion())
    expect(currentFacts(db, patientRecord().id)).toHaveLength(1)
  })

  it('from 20 to 30 keeps patients and facts, and takes the protocols’ configuration', () => {
    const { db } = storeAt(20)
    insertFirstRows(db)
    insertPatient(db, patientRecord())
    insertFactVersion(db, factVersion())
    expect(migrate(db, 30)).toMatchObject({ from: 20, to: 30 })
    expect(findPatient(db, patientRecord().id)).toEqual(patientRecord())
    expect(currentFacts(db, patientRecord().id)).toHaveLength(1)
    const protocol = ProtocolId.parse('NCT05106972')
    const { enteredAt, authorId } = patientRecord()
    insertReadingChoices(db, protocol, { version: 1, enteredAt, authorId, choices: { age: 'day-after' } })
    expect(currentReadingChoices(db, protocol)?.choices).toEqual({ age: 'day-after' })
  })

  it('from 30 to 40 keeps the configuration, and takes drafts', () => {
    const { db } = storeAt(30)
    insertFirstRows(db)
    insertPatient(db, patientRecord())
    const protocol = ProtocolId.parse('NCT05106972')
    const { id: patientId, enteredAt, authorId } = patientRecord()
    insertReadingChoices(db, protocol, { version: 1, enteredAt, authorId, choices: { age: 'day-after' } })
    expect(migrate(db, 40)).toMatchObject({ from: 30, to: 40 })
    expect(currentReadingChoices(db, protocol)?.choices).toEqual({ age: 'day-after' })
    const place = { userId: authorId, form: 'fact', patientId }
    replaceDraft(db, place, { savedAt: enteredAt, content: 1 })
    expect(listDrafts(db, authorId)).toMatchObject([{ form: 'fact', screeningNumber: 'S-001', content: 1 }])
  })

  it('from 40 to 50 keeps drafts, and takes laboratories and settings', () => {
    const { db } = storeAt(40)
    insertFirstRows(db)
    const { enteredAt, authorId } = patientRecord()
    replaceDraft(db, { userId: authorId, form: 'fact', patientId: null }, { savedAt: enteredAt, content: 1 })
    expect(migrate(db, 50)).toMatchObject({ from: 40, to: 50 })
    expect(listDrafts(db, authorId)).toHaveLength(1)
    const entry = { version: 1, enteredAt, authorId }
    insertLaboratoryVersion(db, { id: 'l', name: 'Central', tests: [], ...entry })
    insertOldSettings(db)
    expect(listLaboratories(db).map(({ name }) => name)).toEqual(['Central'])
    expect(select(db, 'SELECT idle_minutes FROM settings_versions').pluck().get()).toBe(5)
  })

  it('from 50 to 60 keeps the settings and takes what signing and password rules say of them', () => {
    const { db } = storeAt(50)
    insertFirstRows(db)
    insertOldSettings(db)
    expect(migrate(db, 60)).toMatchObject({ from: 50, to: 60 })
    const undecided = { passwordMaxAgeDays: null, passwordRecall: 0, countersignature: false }
    expect(findSettings(db)).toEqual({ version: 1, idleMinutes: 5, ...undecided })
    const { enteredAt, authorId } = patientRecord()
    const decided = { idleMinutes: 5, passwordMaxAgeDays: 90, passwordRecall: 3, countersignature: true }
    insertSettings(db, { version: 2, ...decided, enteredAt, authorId, reason: 'r' })
    expect(findSettings(db)).toEqual({ version: 2, ...decided })
  })

  it('from 60 to 70 keeps plans and deviations, and takes later doses and what the site says of conducting', () => {
    const { db } = storeAt(60)
    insertFirstRows(db)
    insertPatient(db, patientRecord())
    insertOldSteps(db)
    expect(migrate(db, 70)).toMatchObject({ from: 60, to: 70 })
    const { id: patientId, enteredAt, authorId } = patientRecord()
    const protocolId = ProtocolId.parse('NCT05106972')
    const place = { patientId, protocolId, enteredAt, authorId }
    const on = CivilDate.parse('2026-05-01')
    insertPlan(db, 'p2', { ...place, step: 'later_dose', number: 2, on, signature: null })
    const old = { step: 'first_dose', number: null }
    expect(plansOf(db, patientId)).toMatchObject([
      { ...old, on: '2026-01-12', signature: 's1' },
      { step: 'later_dose', number: 2, signature: null },
    ])
    expect(listDeviations(db)).toMatchObject([{ ...old, fact: 'f1', missing: ['no_consent'] }])
    const visit = { step: 'post_dose_visit', number: 1, fact: FactId.parse('f2') } as const
    const witnessed = { missing: ['no_earlier_dose' as const], reason: 'r', secondPerson: authorId }
    insertDeviation(db, 'd2', { ...place, ...visit, ...witnessed })
    expect(listDeviations(db)).toMatchObject([old, visit])
    const note = { class: 'important' as const, reason: 'r', told: [] }
    insertDeviationNote(db, { key: 'k', version: 1, patientId, note, enteredAt, authorId })
    expect(currentNotes(db).get('k')).toMatchObject({ version: 1, note })
  })

  it.each(['plans', 'deviations', 'site_conduct', 'added_deviations', 'deviation_notes'])(
    'to 70 leaves %s append-only',
    table => {
      const { db } = storeAt(70)
      const sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?"
      expect(select(db, sql).pluck().get(table)).toBe(2)
    },
  )

  it.each([
    ['a first dose with a number', "'first_dose', 2, '2026-05-01', 's1'"],
    ['a later dose without one', "'later_dose', NULL, '2026-05-01', NULL"],
    ['an enrolment without a signature', "'enrolment', NULL, '2026-05-01', NULL"],
  ])('to 70 keeps no plan of %s', (_what, values) => {
    const { db } = storeAt(60)
    insertFirstRows(db)
    insertPatient(db, patientRecord())
    insertOldSteps(db)
    migrate(db, 70)
    const { id, enteredAt } = patientRecord()
    const sql = `INSERT INTO plans VALUES ('x', ?, 'NCT05106972', ${values}, ?, ?)`
    expect(() => insert(db, sql).run(id, enteredAt, AUTHOR)).toThrow('CHECK')
  })

  it('from 80 to 90 keeps what is charted, and takes files and imports', () => {
    const { db } = storeAt(80)
    insertFirstRows(db)
    insertPatient(db, patientRecord())
    insertFactVersion(db, factVersion())
    expect(migrate(db, 90)).toMatchObject({ from: 80, to: 90 })
    expect(currentFacts(db, patientRecord().id)).toHaveLength(1)
    insertImport(db, { ...importRecord(), files: [] })
    expect(listImports(db)).toEqual([importRecord()])
  })

  it('from 90 to 100 keeps imports, and takes backups, which nobody changes or deletes', () => {
    const { db } = storeAt(90)
    insertFirstRows(db)
    insertPatient(db, patientRecord())
    insertImport(db, { ...importRecord(), files: [] })
    expect(migrate(db, 100)).toEqual({ from: 90, to: 100 })
    expect(listImports(db)).toEqual([importRecord()])
    insertBackup(db, storedBackup(), ENTERED)
    expect(listBackups(db)).toEqual([{ ...storedBackup(), rotatedAt: null }])
    const sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'backups'"
    expect(select(db, sql).pluck().get()).toBe(2)
  })

  it('does nothing to a store of this version', () => {
    const { db } = storeAt(100)
    expect(migrate(db)).toBeUndefined()
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
    ['fact_versions_by_kind (kind=?)', "SELECT 1 FROM fact_versions WHERE kind = 'dose'"],
    ['deviation_notes_by_patient', "SELECT 1 FROM deviation_notes WHERE patient_id = 'p'"],
    ['sqlite_autoindex_fact_versions_2 (fact_id=?)', "SELECT 1 FROM fact_versions WHERE fact_id = 'f'"],
  ])('%s serves the question it is for', (index, sql) => {
    const { db } = storeAt(100)
    const plan = JSON.stringify(select(db, `EXPLAIN QUERY PLAN ${sql}`).all())
    expect(plan).toContain(index)
    expect(plan).not.toContain('TEMP B-TREE')
  })
})
