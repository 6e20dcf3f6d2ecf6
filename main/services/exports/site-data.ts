import type { SiteData, SubjectData } from '#main/interchange/site-data.ts'
import type { QueryContext } from '#main/services/context.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { namedPeople } from './pseudonym.ts'
import type { Scope } from './scope.ts'
import { subjectDataOf } from './subject-data.ts'

/** What the writers of an export read; patient after patient, so that a site of thousands is never in memory whole. */
export function siteDataOf({ request, patients }: Scope, context: QueryContext, at: Date): SiteData {
  const { session, protocols, app } = context
  const { name, number, timeZone, training } = session.site
  const subjectOf = remembering(patient => subjectDataOf(patient, request, context))
  return {
    site: { name, number, timeZone },
    training: training === true,
    pseudonymised: request.pseudonymised,
    madeAt: session.clock.render(at),
    application: { version: app.version, build: app.build },
    protocols: protocols
      .filter(({ definition: { id } }) => request.protocolId === null || id === request.protocolId)
      .map(({ definition: { id, version, title }, sha256 }) => ({ id, version, sha256, title })),
    people: namedPeople(context, request.pseudonymised),
    count: patients.length,
    *subjects() {
      for (const patient of patients) yield subjectOf(patient)
    },
  }
}

/** Versions of facts that are kept between two passes: some 50 MB. */
const REMEMBERED = 40_000

/** A format of many files reads everybody once for each; the first patients are kept, so that memory stays bounded. */
function remembering(read: (patient: PatientRecord) => SubjectData): (patient: PatientRecord) => SubjectData {
  const known = new Map<PatientId, SubjectData>()
  let versions = 0
  return patient => {
    const kept = known.get(patient.id)
    if (kept !== undefined) return kept
    const subject = read(patient)
    versions += subject.facts.length
    if (versions <= REMEMBERED) known.set(patient.id, subject)
    return subject
  }
}
