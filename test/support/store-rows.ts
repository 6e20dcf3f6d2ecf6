import type { NewAuditEntry } from '#main/store/audit-trail.ts'
import type { WritableDb } from '#main/store/connection.ts'
import type { FactVersion } from '#main/store/fact-repository.ts'
import type { ImportRecord } from '#main/store/import-repository.ts'
import type { KdfCost } from '#main/store/key-wrap.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { insertSite } from '#main/store/site-repository.ts'
import { insertUser } from '#main/store/user-repository.ts'
import { OffsetDateTime, PartialDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactId, PatientId, UserId } from '#shared/core/ids.ts'

/** Derivation for tests: as cheap as Argon2id can be, and real. */
export const TEST_KDF: KdfCost = { memoryKiB: 1024, iterations: 1, parallelism: 1 }

export const AUTHOR = UserId.parse('user-1')
export const PATIENT = PatientId.parse('patient-1')
export const ENTERED = OffsetDateTime.parse('2026-11-14T08:30:00+08:00')

/** The rows that every other row refers to. */
export function insertFirstRows(db: WritableDb): void {
  const secret = Buffer.alloc(32, 7).toString('base64')
  insertSite(db, {
    storeId: 'store-1',
    name: 'Training site',
    number: '01',
    timeZone: 'Asia/Shanghai',
    secret,
    createdAt: ENTERED,
  })
  insertUser(db, {
    id: AUTHOR,
    version: 1,
    loginName: 'li.wei',
    fullName: '李伟',
    role: 'principal_investigator',
    active: true,
    mayReadIdentity: true,
    enteredAt: ENTERED,
    authorId: AUTHOR,
  })
}

/** A patient; each test changes what it is about. */
export function patientRecord(changes: Partial<PatientRecord> = {}): PatientRecord {
  return {
    id: PATIENT,
    version: 1,
    screeningNumber: 'S-001',
    initials: 'WXM',
    sex: 'female',
    birthDate: PartialDate.parse('1966-03-14'),
    removed: false,
    enteredAt: ENTERED,
    authorId: AUTHOR,
    ...changes,
  }
}

/** The first version of a fact. */
export function factVersion(changes: Partial<FactVersion> = {}): FactVersion {
  return {
    id: FactId.parse('fact-1'),
    version: 1,
    patientId: PATIENT,
    enteredAt: ENTERED,
    authorId: AUTHOR,
    source: { kind: 'typed' },
    content: FactContent.parse({ kind: 'albumin_infusion', on: '2026-11-13', grams: '20' }),
    ...changes,
  }
}

/** An import of one text file. */
export function importRecord(changes: Partial<ImportRecord> = {}): ImportRecord {
  return {
    id: 'import-1',
    format: 'text',
    laboratory: 'laboratory-1',
    mapping: null,
    counts: { new: 1, same: 0, changed: 0, refused: 0, ignored: 0, doubtful: 0, left: 0 },
    enteredAt: ENTERED,
    authorId: AUTHOR,
    ...changes,
  }
}

/** An entry of the trail. */
export function auditEntry(changes: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    at: '2026-11-14T00:30:00.000Z',
    offset: '+08:00',
    userId: AUTHOR,
    role: 'principal_investigator',
    action: 'fact.record',
    subject: { kind: 'fact', id: 'fact-1' },
    ...changes,
  }
}
