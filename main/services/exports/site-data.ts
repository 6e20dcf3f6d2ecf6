import type { SiteData } from '#main/interchange/site-data.ts'
import type { QueryContext } from '#main/services/context.ts'
import { namedPeople } from './pseudonym.ts'
import type { Scope } from './scope.ts'
import { subjectDataOf } from './subject-data.ts'

/** What the writers of an export read; patient after patient, so that a site of thousands is never in memory whole. */
export function siteDataOf({ request, patients }: Scope, context: QueryContext, at: Date): SiteData {
  const { session, protocols, app } = context
  const { name, number, timeZone, training } = session.site
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
      for (const patient of patients) yield subjectDataOf(patient, request, context)
    },
  }
}
