import { describe, expect, it } from 'vitest'
import { appendEntry } from '#main/store/audit-trail.ts'
import { erase, insert, select, type WritableDb } from '#main/store/connection.ts'
import type { Db } from '#main/store/driver.ts'
import { insertFactVersion } from '#main/store/fact-repository.ts'
import { insertLaboratoryVersion } from '#main/store/laboratory-repository.ts'
import { insertSettings } from '#main/store/settings-repository.ts'
import { newStoreWithPatient } from '#test/support/new-store.ts'
import { AUTHOR, auditEntry, factVersion, PATIENT, patientRecord } from '#test/support/store-rows.ts'

const TABLES = [
  'sites',
  'users',
  'login_names',
  'user_versions',
  'audit_entries',
  'patients',
  'patient_versions',
  'fact_versions',
  'site_criteria',
  'reading_choices',
  'laboratory_versions',
  'settings_versions',
  'authorities',
  'authority_keys',
  'certificates',
  'signing_keys',
  'certificate_ends',
  'password_changes',
  'signatures',
  'signature_marks',
  'documents',
  'document_revisions',
  'plans',
  'deviations',
  'site_conduct',
  'added_deviations',
  'deviation_notes',
  'files',
  'file_parts',
  'mapping_versions',
  'imports',
  'import_files',
  'import_facts',
  'import_undos',
  'certified_copies',
  'certified_copy_facts',
  'certified_copy_withdrawals',
  'exports',
  'export_takings',
  'backup_settings_versions',
  'backups',
  'backup_rotations',
  'restore_drills',
]
/** The one table that holds no records (docs/decisions/0030). */
const NO_RECORDS = 'drafts'

function filledStore(): WritableDb {
  const { db } = newStoreWithPatient()
  insertFactVersion(db, factVersion())
  appendEntry(db, auditEntry())
  const configuration = `(protocol_id, version, entered_at, author_id`
  insert(
    db,
    `INSERT INTO site_criteria ${configuration}, text, sha256) VALUES ('P', 1, 't', 'user-1', '', '')`,
  ).run()
  insert(
    db,
    `INSERT INTO reading_choices ${configuration}, choices) VALUES ('P', 1, 't', 'user-1', '')`,
  ).run()
  const { enteredAt, authorId } = patientRecord()
  const entry = { version: 1, enteredAt, authorId }
  insertLaboratoryVersion(db, { id: 'l', name: 'Central', tests: [], ...entry })
  insertSettings(db, {
    ...{ idleMinutes: 5, passwordMaxAgeDays: null, passwordRecall: 0, countersignature: false },
    ...{ reason: 'r', ...entry },
  })
  fillTables(db)
  return db
}

/** Columns and values of one row; what a signature or a document says is not what is tried here. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string | number | Buffer>>>> = {
  authorities: { sha256: 'a', version: 1, certificate: '', created_at: 't', author_id: AUTHOR },
  authority_keys: { authority: 'a', version: 1, holder_id: AUTHOR, wrap: '', entered_at: 't' },
  certificates: {
    ...{ serial: '01', user_id: AUTHOR, authority: 'a', certificate: '', sha256: 'c' },
    ...{ identity_document: 'passport', second_id: AUTHOR, issued_at: 't' },
  },
  signing_keys: { serial: '01', version: 1, wrap: '', entered_at: 't' },
  certificate_ends: { serial: '01', cause: 'replaced', ended_at: 't', author_id: AUTHOR },
  password_changes: {
    ...{ user_id: AUTHOR, version: 1, cause: 'own', verifier: '', entered_at: 't', author_id: AUTHOR },
  },
  signatures: {
    ...{ signature_id: 's', kind: 'eligibility', record: '', signature: '', serial: '01' },
    ...{ signer_id: AUTHOR, signed_at: 't' },
  },
  signature_marks: { signature_id: 's', why: '', entered_at: 't', author_id: AUTHOR },
  documents: {
    ...{
      document_id: 'd',
      kind: 'k',
      language: 'en',
      payload: '',
      slots: '',
      created_at: 't',
      author_id: AUTHOR,
    },
  },
  document_revisions: {
    ...{ document_id: 'd', revision: 1, sha256: '', pdf: Buffer.of(1), entered_at: 't', author_id: AUTHOR },
  },
  plans: {
    ...{ plan_id: 'p', patient_id: PATIENT, protocol_id: 'P', step: 'enrolment', planned_on: 't' },
    ...{ signature_id: 's', entered_at: 't', author_id: AUTHOR },
  },
  deviations: {
    ...{ deviation_id: 'x', patient_id: PATIENT, protocol_id: 'P', step: 'enrolment', fact_id: 'f' },
    ...{ missing: '', reason: 'r', second_id: AUTHOR, entered_at: 't', author_id: AUTHOR },
  },
  site_conduct: {
    ...{ protocol_id: 'P', part: 'schedule', version: 1, content: '{}', entered_at: 't', author_id: AUTHOR },
  },
  added_deviations: {
    ...{ deviation_key: 'k', patient_id: PATIENT, protocol_id: 'P', happened_on: 't', text: 'x' },
    ...{ entered_at: 't', author_id: AUTHOR },
  },
  deviation_notes: {
    ...{
      deviation_key: 'k',
      version: 1,
      patient_id: PATIENT,
      note: '{}',
      entered_at: 't',
      author_id: AUTHOR,
    },
  },
}

/** Files, imports, certified copies and exports. */
const IN_AND_OUT: typeof ROWS = {
  files: { sha256: 'f', media_type: 'text/csv', bytes: 1, entered_at: 't', author_id: AUTHOR },
  file_parts: { sha256: 'f', part: 0, content: Buffer.of(1) },
  mapping_versions: {
    ...{ laboratory_id: 'l', about: 'laboratory', version: 1, mapping: '{}' },
    ...{ entered_at: 't', author_id: AUTHOR },
  },
  imports: { import_id: 'i', format: 'text', counts: '{}', entered_at: 't', author_id: AUTHOR },
  import_files: { import_id: 'i', place: 0, sha256: 'f', name: 'n' },
  import_facts: { import_id: 'i', fact_id: 'f', version: 1 },
  import_undos: { import_id: 'i', reason: 'r', counts: '{}', entered_at: 't', author_id: AUTHOR },
  certified_copies: {
    ...{ copy_id: 'c', patient_id: PATIENT, sha256: 'f', name: 'n', title: 't', original_at: 'o' },
    ...{ statement: 's', entered_at: 't', author_id: AUTHOR },
  },
  certified_copy_facts: { copy_id: 'c', fact_id: 'f', entered_at: 't', author_id: AUTHOR },
  certified_copy_withdrawals: { copy_id: 'c', reason: 'r', entered_at: 't', author_id: AUTHOR },
  exports: {
    ...{ export_id: 'e', request: '{}', why: 'w', document_id: 'd', entered_at: 't', author_id: AUTHOR },
  },
  export_takings: { export_id: 'e', number: 1, sha256: 's', bytes: 1, entered_at: 't', author_id: AUTHOR },
}

/** Backups and drills. */
const BACKUPS: typeof ROWS = {
  backup_settings_versions: {
    ...{ version: 1, settings: '{}', entered_at: 't', author_id: AUTHOR, reason: 'r' },
  },
  backups: {
    ...{ backup_id: 'b', cause: 'asked', made_at: 't', folder: 'f', file_name: 'n', bytes: 1, sha256: 's' },
    ...{ trail_entries: 1, trail_hash: 'h', entered_at: 't', author_id: AUTHOR },
  },
  backup_rotations: { backup_id: 'b', entered_at: 't' },
  restore_drills: {
    ...{ drill_id: 'd', folder: 'f', file_name: 'n', made_at: 't', passed: 1, checks: '[]', seconds: 1 },
    ...{ entered_at: 't', author_id: AUTHOR },
  },
}

function fillTables(db: WritableDb): void {
  for (const [table, row] of Object.entries({ ...ROWS, ...IN_AND_OUT, ...BACKUPS })) {
    const names = Object.keys(row)
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
    insert(db, sql).run(...Object.values(row))
  }
}

/** The application's own connection, past the three functions that are all the application has of it. */
function driverOf(db: WritableDb): Db {
  return db as unknown as Db
}

describe('[A2] nothing in the application can change, remove or switch off what was written', () => {
  it('every table of the store is one of those tried here', () => {
    const db = filledStore()
    const names = select(
      db,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    expect(names.pluck().all().map(String).sort()).toEqual([...TABLES, NO_RECORDS].toSorted())
  })

  it.each(TABLES)('%s: UPDATE, DELETE and REPLACE are refused by the database itself', table => {
    const db = filledStore()
    const driver = driverOf(db)
    const column = String(
      driver.prepare(`SELECT name FROM pragma_table_info('${table}') LIMIT 1`).pluck().get(),
    )
    const before = driver.prepare(`SELECT * FROM ${table}`).all()
    expect(before.length).toBeGreaterThan(0)
    for (const sql of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `INSERT OR REPLACE INTO ${table} SELECT ${columnsOf(driver, table)} FROM ${table}`,
    ]) {
      expect(() => driver.exec(sql), sql).toThrow('append-only')
    }
    expect(driver.prepare(`SELECT * FROM ${table}`).all()).toEqual(before)
  })

  it.each([
    'DROP TABLE audit_entries',
    'DROP TRIGGER audit_entries_refuse_delete',
    'ALTER TABLE audit_entries RENAME TO forgotten',
    'PRAGMA recursive_triggers = OFF',
    'PRAGMA writable_schema = ON',
    'DELETE FROM audit_entries',
    "UPDATE audit_entries SET entry = '{}'",
    'INSERT OR REPLACE INTO audit_entries (seq, entry, previous_hash, hash) VALUES (1, 2, 3, 4)',
    'CREATE TEMP TRIGGER t AFTER INSERT ON audit_entries BEGIN SELECT 1; END',
    "ATTACH 'other.db' AS other",
    'BEGIN; DELETE FROM audit_entries; COMMIT',
    'SELECT 1; DELETE FROM audit_entries',
  ])('the three ways to SQL that the application has refuse: %s', sql => {
    const db = filledStore()
    expect(() => select(db, sql).all()).toThrow()
    expect(() => insert(db, sql).run()).toThrow()
    expect(() => erase(db, sql).run()).toThrow()
    expect(select(db, 'SELECT count(*) FROM audit_entries').pluck().get()).toBe(1)
  })

  it('an upsert is an update and refused as one', () => {
    const db = filledStore()
    const sql = `INSERT INTO audit_entries (seq, entry, previous_hash, hash) VALUES (1, '{}', '', '')
      ON CONFLICT (seq) DO UPDATE SET entry = excluded.entry`
    expect(() => insert(db, sql).run()).toThrow('append-only')
  })

  it('the schema itself cannot be written, even by the bare connection', () => {
    const driver = driverOf(filledStore())
    expect(() => driver.exec("DELETE FROM sqlite_schema WHERE type = 'trigger'")).toThrow(
      'may not be modified',
    )
  })
})

function columnsOf(driver: Db, table: string): string {
  return driver
    .prepare(`SELECT group_concat(name) FROM pragma_table_info('${table}')`)
    .pluck()
    .get() as string
}
