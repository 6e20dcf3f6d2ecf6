import { z } from 'zod'
import { GatedStep, TakenStep } from '#shared/api/enrolment.ts'
import { GateReason } from '#shared/api/errors.ts'
import { CivilDate, OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactId, PatientId, ProtocolId, SignatureId, UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'

/** `number` of a dose after the first, or of the one that a visit should have come after. */
const place = {
  patientId: PatientId,
  protocolId: ProtocolId,
  step: GatedStep,
  number: z.int().nullable(),
}
const entered = { enteredAt: OffsetDateTime, authorId: UserId }

const PlanRow = z.object({ ...place, on: CivilDate, signature: SignatureId.nullable(), ...entered })
/** A day on which an enrolment or dose is planned, and the signature that allowed it; null for a later dose. */
export type PlanRow = z.infer<typeof PlanRow>

const missing = z
  .string()
  .transform(text => JSON.parse(text) as unknown)
  .pipe(z.array(GateReason))
const DeviationRow = z.object({
  ...place,
  step: TakenStep,
  fact: FactId,
  missing,
  reason: z.string(),
  secondPerson: UserId,
  ...entered,
})
/** What happened although something was missing. */
type DeviationRow = z.infer<typeof DeviationRow>

const StoredDeviation = DeviationRow.extend({ id: z.string() })
/** A deviation as kept. */
export type StoredDeviation = z.infer<typeof StoredDeviation>

/** Keeps a plan; the newest of a step is the one that counts. */
export function insertPlan(db: WritableDb, id: string, plan: PlanRow): void {
  const { patientId, protocolId, step, number, on, signature, enteredAt, authorId } = plan
  const sql = `INSERT INTO plans (plan_id, patient_id, protocol_id, step, number, planned_on, signature_id, entered_at,
    author_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  insert(db, sql).run(id, patientId, protocolId, step, number, on, signature, enteredAt, authorId)
}

/** The plans of a patient, the newest first. */
export function plansOf(db: ReadableDb, patientId: PatientId): PlanRow[] {
  const sql = `SELECT patient_id AS patientId, protocol_id AS protocolId, step, number, planned_on AS "on",
    signature_id AS signature, entered_at AS enteredAt, author_id AS authorId
    FROM plans WHERE patient_id = ? ORDER BY unixepoch(entered_at, 'subsec') DESC, plan_id`
  return select(db, sql)
    .all(patientId)
    .map(row => PlanRow.parse(row))
}

/** The patients for whom somebody ever planned something. */
export function patientsPlanned(db: ReadableDb): PatientId[] {
  return z.array(PatientId).parse(select(db, 'SELECT DISTINCT patient_id FROM plans').pluck().all())
}

/** Keeps a deviation. */
export function insertDeviation(db: WritableDb, id: string, deviation: DeviationRow): void {
  const { patientId, protocolId, step, number, fact, reason, secondPerson, enteredAt, authorId } = deviation
  const sql = `INSERT INTO deviations (deviation_id, patient_id, protocol_id, step, number, fact_id, missing, reason,
    second_id, entered_at, author_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const what = [id, patientId, protocolId, step, number, fact, JSON.stringify(deviation.missing)]
  insert(db, sql).run(...what, reason, secondPerson, enteredAt, authorId)
}

/** The deviations of the site or of one patient, the newest first. */
export function listDeviations(db: ReadableDb, patientId?: PatientId): StoredDeviation[] {
  const sql = `SELECT deviation_id AS id, patient_id AS patientId, protocol_id AS protocolId, step, number,
    fact_id AS fact, missing, reason, second_id AS secondPerson, entered_at AS enteredAt, author_id AS authorId
    FROM deviations WHERE ?1 IS NULL OR patient_id = ?1
    ORDER BY unixepoch(entered_at, 'subsec') DESC, deviation_id`
  return select(db, sql)
    .all({ 1: patientId ?? null })
    .map(row => StoredDeviation.parse(row))
}
