import { shown } from '#main/services/audit/shown.ts'
import { verifyAll } from '#main/services/audit/verify.ts'
import type { QueryContext } from '#main/services/context.ts'
import { defined } from '#main/services/defined.ts'
import { listEntries } from '#main/store/audit-trail.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { listUsers } from '#main/store/user-repository.ts'
import { AppError } from '#shared/api/errors.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { TrailExtract } from '#shared/core/documents/payload.ts'

/** Which entries are printed. */
interface Extracted {
  readonly candidate: PatientRecord | null
  readonly from: CivilDate | null
  readonly to: CivilDate | null
}

/** The trail of a patient or of the site, as printed. A full name is in no document, whoever makes it. */
export function trailExtract({ candidate, from, to }: Extracted, context: QueryContext): TrailExtract {
  const { db, user } = context
  if (!hasRight(user, 'audit.read')) throw new AppError({ code: 'not_permitted', right: 'audit.read' })
  const names = new Map(listUsers(db).map(({ id, fullName }) => [id, fullName]))
  const subject = candidate === null ? undefined : { kind: 'patient', id: candidate.id }
  const entries = [...listEntries(db, { subject, from: from ?? undefined, to: to ?? undefined })]
  const { entries: total, head, problems } = verifyAll(context)
  return {
    kind: 'trail_extract',
    candidate: candidate && {
      patientId: candidate.id,
      screeningNumber: candidate.screeningNumber,
      initials: candidate.initials,
    },
    from,
    to,
    entries: entries
      .map(entry => shown(entry, false))
      .map(({ seq, at, offset, userId, role, action, ...rest }) => ({
        ...{ seq, at, offset, role, action },
        person: userId === null ? null : (names.get(userId) ?? userId),
        field: rest.field ?? null,
        oldValue: rest.oldValue ?? null,
        newValue: rest.newValue ?? null,
        reason: rest.reason ?? null,
        clock: rest.clock === undefined ? null : { ...defined(rest.clock) },
        hash: rest.hash ?? null,
      })),
    verification: { entries: total, head, problems },
  }
}
