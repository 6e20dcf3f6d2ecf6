import { z } from 'zod'
import { AppError } from '#shared/api/errors.ts'
import { CivilDate, OffsetDateTime, PartialDate } from '#shared/core/civil-date.ts'
import { Sex } from '#shared/core/facts/candidate.ts'
import { PatientId, UserId } from '#shared/core/ids.ts'
import { insert, isUniqueViolation, type ReadableDb, select, type WritableDb } from './connection.ts'
import { withoutNulls } from './rows.ts'
import { checkVersion } from './versions.ts'

/** One patient as of one version; a change is a new version with a reason. The hashes find duplicates. */
export interface PatientRecord {
  readonly id: PatientId
  readonly version: number
  readonly screeningNumber: string
  readonly initials: string
  readonly sex: Sex
  readonly birthDate?: PartialDate
  readonly registrationDate?: CivilDate
  readonly contact?: string
  readonly fullName?: string
  readonly identityHash?: string
  readonly identifierHash?: string
  /** Entered in error and taken off the lists; every version stays. */
  readonly removed: boolean
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
  readonly reason?: string
}

const text = z.string().nullable()
const PatientRow = z
  .object({
    id: PatientId,
    version: z.int(),
    screeningNumber: z.string(),
    initials: z.string(),
    sex: Sex,
    birthDate: PartialDate.nullable(),
    registrationDate: CivilDate.nullable(),
    contact: text,
    fullName: text,
    identityHash: text,
    identifierHash: text,
    removed: z.union([z.literal(0), z.literal(1)]).transform(value => value === 1),
    enteredAt: OffsetDateTime,
    authorId: UserId,
    reason: text,
  })
  .transform((row): PatientRecord => withoutNulls(row))

const COLUMNS = `patient_id AS id, version, screening_number AS screeningNumber, initials, sex,
  birth_date AS birthDate, registration_date AS registrationDate, contact, full_name AS fullName,
  identity_hash AS identityHash, identifier_hash AS identifierHash, removed, entered_at AS enteredAt,
  author_id AS authorId, reason`
const CURRENT = `SELECT ${COLUMNS} FROM patient_versions v
  WHERE version = (SELECT max(version) FROM patient_versions WHERE patient_id = v.patient_id)`

/** The patient as of now, removed or not. */
export function findPatient(db: ReadableDb, id: PatientId): PatientRecord | undefined {
  const row = select(db, `${CURRENT} AND patient_id = ?`).get(id)
  return row === undefined ? undefined : PatientRow.parse(row)
}

/** Everyone who is not removed, by screening number. */
export function listPatients(db: ReadableDb): PatientRecord[] {
  return select(db, `${CURRENT} AND removed = 0 ORDER BY screening_number`)
    .all()
    .map(row => PatientRow.parse(row))
}

/** Those of the given ids who are there and not removed, in no order. */
export function patientsAmong(db: ReadableDb, ids: readonly PatientId[]): PatientRecord[] {
  return select(db, `${CURRENT} AND removed = 0 AND patient_id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
    .map(row => PatientRow.parse(row))
}

/** Those who now have the same birth date, sex and initials, or the same identifier; by screening number. */
export function findByIdentityHash(
  db: ReadableDb,
  hashes: Pick<PatientRecord, 'identityHash' | 'identifierHash'>,
): PatientRecord[] {
  const sql = `${CURRENT} AND removed = 0 AND (identity_hash = ? OR identifier_hash = ?) ORDER BY screening_number`
  // NULL equals nothing, so a hash that is not known finds nobody.
  return select(db, sql)
    .all(hashes.identityHash ?? null, hashes.identifierHash ?? null)
    .map(row => PatientRow.parse(row))
}

/** Every version of one patient, oldest first. */
export function patientHistory(db: ReadableDb, id: PatientId): PatientRecord[] {
  return select(db, `SELECT ${COLUMNS} FROM patient_versions WHERE patient_id = ? ORDER BY version`)
    .all(id)
    .map(row => PatientRow.parse(row))
}

/** Registers a patient at version 1. Throws `duplicate` for a screening number in use. */
export function insertPatient(db: WritableDb, patient: PatientRecord): void {
  const { id, enteredAt, authorId } = patient
  const sql = 'INSERT INTO patients (id, created_at, created_by) VALUES (?, ?, ?)'
  asDuplicate('id', () => insert(db, sql).run(id, enteredAt, authorId))
  insertVersion(db, patient)
}

/** Adds the next version. Throws `not_found`, `stale_version`, or `duplicate` for a screening number in use. */
export function insertPatientVersion(db: WritableDb, patient: PatientRecord): void {
  const current = findPatient(db, patient.id)
  if (current === undefined) throw new AppError({ code: 'not_found', entity: 'patient', id: patient.id })
  checkVersion('patient', current.version, patient.version)
  insertVersion(db, patient)
}

function insertVersion(db: WritableDb, patient: PatientRecord): void {
  const sql = `INSERT INTO patient_versions (patient_id, version, screening_number, initials, sex, birth_date,
    registration_date, contact, full_name, identity_hash, identifier_hash, removed, entered_at, author_id, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  asDuplicate('screeningNumber', () =>
    insert(db, sql).run(
      patient.id,
      patient.version,
      patient.screeningNumber,
      patient.initials,
      patient.sex,
      patient.birthDate ?? null,
      patient.registrationDate ?? null,
      patient.contact ?? null,
      patient.fullName ?? null,
      patient.identityHash ?? null,
      patient.identifierHash ?? null,
      Number(patient.removed),
      patient.enteredAt,
      patient.authorId,
      patient.reason ?? null,
    ),
  )
}

function asDuplicate(field: string, write: () => unknown): void {
  try {
    write()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError({ code: 'duplicate', entity: 'patient', field }, { cause: error })
  }
}
