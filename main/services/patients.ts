import type { ReadableDb } from '#main/store/connection.ts'
import { identifierHash, identityHash } from '#main/store/identity-hash.ts'
import {
  findByIdentityHash,
  findPatient,
  insertPatient,
  insertPatientVersion,
  listPatients,
  type PatientRecord,
} from '#main/store/patient-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import type { PatientChanges, patients } from '#shared/api/patients.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { User } from '#shared/api/users.ts'
import {
  boundsOf,
  dayOf,
  localDateOf,
  type OffsetDateTime,
  type PartialDate,
} from '#shared/core/civil-date.ts'
import { PatientId } from '#shared/core/ids.ts'
import type { MutationContext, QueryContext } from './context.ts'
import { defined } from './defined.ts'
import { invalid, notFound } from './failures.ts'
import type { AreaHandlers } from './handlers.ts'
import { markPatient } from './signatures/invalidate.ts'
import { changedFields } from './trail.ts'

/** Throws `not_found` for an id that no patient has, and for a patient who was removed. */
export function patientOf(db: ReadableDb, id: PatientId): PatientRecord {
  const patient = findPatient(db, id)
  if (patient === undefined || patient.removed) throw notFound('patient', id)
  return patient
}

/** What the trail compares; the full name has its own entries, which only holders of `identity.read` see. */
const FIELDS = [
  'screeningNumber',
  'initials',
  'sex',
  'birthDate',
  'registrationDate',
  'contact',
  'fullName',
] as const

export const patientHandlers: AreaHandlers<typeof patients> = {
  list: (_input, { db, user }) => listPatients(db).map(patient => shown(patient, user)),

  get: ({ id }, { db, user }) => shown(patientOf(db, id), user),

  register({ identifier, ...fields }, context) {
    const { db, newId, user, audit, session } = context
    const entered = entry(context)
    checkBirthDate(fields.birthDate, entered.enteredAt, 'birthDate')
    const id = PatientId.parse(newId())
    const hashed = identifier && { identifierHash: identifierHash(session.site.secret, identifier) }
    const draft = { id, version: 1, removed: false, ...defined(fields), ...hashed, ...entered }
    const patient = withIdentityHash(draft, session.site.secret)
    const possibleDuplicates = duplicatesOf(patient, db)
    insertPatient(db, patient)
    const { fullName, ...rest } = defined(fields)
    audit({ action: 'patient.register', subject: subjectOf(id), newValue: rest })
    if (fullName !== undefined) {
      audit({ action: 'patient.register', subject: subjectOf(id), field: 'fullName', newValue: fullName })
    }
    return { patient: shown(patient, user), possibleDuplicates }
  },

  amend({ id, expectedVersion, changes, reason }, context) {
    const { db, user, session } = context
    const before = currentVersion(id, expectedVersion, context)
    if ('fullName' in changes && !hasRight(user, 'identity.read')) {
      throw new AppError({ code: 'not_permitted', right: 'identity.read' })
    }
    const entered = entry(context)
    checkBirthDate(changes.birthDate ?? undefined, entered.enteredAt, 'changes.birthDate')
    const changed = { ...applied(before, changes, session.site.secret), ...entered, reason }
    const after = withIdentityHash({ ...changed, version: before.version + 1 }, session.site.secret)
    if (recordChanges(before, after, reason, context) === 0)
      throw invalid('changes', 'says what is there already')
    insertPatientVersion(db, after)
    markPatient(id, context)
    return { patient: shown(after, user), possibleDuplicates: duplicatesOf(after, db) }
  },

  remove({ id, expectedVersion, reason }, context) {
    const before = currentVersion(id, expectedVersion, context)
    const version = before.version + 1
    insertPatientVersion(context.db, { ...before, ...entry(context), version, removed: true, reason })
    const values = { field: 'removed', oldValue: false, newValue: true, reason }
    context.audit({ action: 'patient.remove', subject: subjectOf(id), ...values })
    markPatient(id, context)
    return { id, version }
  },
}

/** The full name leaves the engine only for those who were granted to see it. */
function shown(patient: PatientRecord, user: User): PatientRecord {
  if (hasRight(user, 'identity.read')) return patient
  const { fullName: _, ...rest } = patient
  return rest
}

function entry({ session, now, user }: QueryContext) {
  return { enteredAt: session.clock.render(now()), authorId: user.id }
}

function currentVersion(id: PatientId, expected: number, { db }: MutationContext): PatientRecord {
  const patient = patientOf(db, id)
  if (patient.version === expected) return patient
  throw new AppError({ code: 'stale_version', entity: 'patient', current: patient.version })
}

function checkBirthDate(birthDate: PartialDate | undefined, enteredAt: OffsetDateTime, path: string): void {
  if (birthDate === undefined || boundsOf(birthDate).earliest <= dayOf(localDateOf(enteredAt))) return
  throw invalid(path, 'lies in the future')
}

/** `null` takes a value away; an identifier is kept as its HMAC only. */
function applied(
  before: PatientRecord,
  { identifier, ...changes }: PatientChanges,
  secret: string,
): PatientRecord {
  const hash = identifier ? identifierHash(secret, identifier) : identifier
  const next = { ...before, ...defined({ ...changes, identifierHash: hash }) }
  const kept = Object.entries(next).filter(([, value]) => value !== null)
  return Object.fromEntries(kept) as unknown as PatientRecord
}

function withIdentityHash(patient: PatientRecord, secret: string): PatientRecord {
  const { identityHash: _, ...rest } = patient
  return { ...rest, ...defined({ identityHash: identityHash(secret, patient) }) }
}

function recordChanges(
  before: PatientRecord,
  after: PatientRecord,
  reason: string,
  { audit }: MutationContext,
): number {
  const changes = changedFields(before, after, FIELDS)
  const action = 'patient.amend'
  for (const values of changes) audit({ action, subject: subjectOf(after.id), ...values, reason })
  if (before.identifierHash === after.identifierHash) return changes.length
  // The number itself is nowhere, so there are no values to show.
  audit({ action, subject: subjectOf(after.id), field: 'identifier', reason })
  return changes.length + 1
}

function duplicatesOf(patient: PatientRecord, db: ReadableDb): string[] {
  return findByIdentityHash(db, patient)
    .filter(({ id }) => id !== patient.id)
    .map(({ screeningNumber }) => screeningNumber)
}

function subjectOf(id: PatientId) {
  return { kind: 'patient', id }
}
