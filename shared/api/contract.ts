import { adverseEvents } from './adverse-events.ts'
import { app } from './app.ts'
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { certifiedCopies } from './certified-copies.ts'
import { conduct } from './conduct.ts'
import { deviations } from './deviations.ts'
import { documents } from './documents.ts'
import { drafts } from './drafts.ts'
import { enrolment } from './enrolment.ts'
import { exports } from './exports.ts'
import { facts } from './facts.ts'
import { imports } from './imports.ts'
import { jobs } from './jobs.ts'
import { laboratories } from './laboratories.ts'
import { patients } from './patients.ts'
import { preferences } from './preferences.ts'
import type { Contract } from './procedure.ts'
import { protocols } from './protocols.ts'
import { rekeying } from './rekeying.ts'
import { restoring } from './restoring.ts'
import { screening } from './screening.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { signatures } from './signatures.ts'
import { signing } from './signing.ts'
import { site } from './site.ts'
import { trends } from './trends.ts'
import { users } from './users.ts'
import { visits } from './visits.ts'

/** By name, because the compiler does not write out a type of this length. */
type Areas = {
  readonly app: typeof app
  readonly preferences: typeof preferences
  readonly site: typeof site
  readonly session: typeof session
  readonly users: typeof users
  readonly patients: typeof patients
  readonly facts: typeof facts
  readonly protocols: typeof protocols
  readonly screening: typeof screening
  readonly audit: typeof audit
  readonly drafts: typeof drafts
  readonly laboratories: typeof laboratories
  readonly settings: typeof settings
  readonly signing: typeof signing
  readonly signatures: typeof signatures
  readonly documents: typeof documents
  readonly enrolment: typeof enrolment
  readonly conduct: typeof conduct
  readonly visits: typeof visits
  readonly trends: typeof trends
  readonly deviations: typeof deviations
  readonly adverseEvents: typeof adverseEvents
  readonly imports: typeof imports
  readonly certifiedCopies: typeof certifiedCopies
  readonly exports: typeof exports
  readonly jobs: typeof jobs
  readonly backups: typeof backups
  readonly restoring: typeof restoring
  readonly rekeying: typeof rekeying
}

/** Everything that may cross between a host and the engine. Client, handlers, checks and tests derive from it. */
export const contract: Areas = {
  app,
  preferences,
  site,
  session,
  users,
  patients,
  facts,
  protocols,
  screening,
  audit,
  drafts,
  laboratories,
  settings,
  signing,
  signatures,
  documents,
  enrolment,
  conduct,
  visits,
  trends,
  deviations,
  adverseEvents,
  imports,
  certifiedCopies,
  exports,
  jobs,
  backups,
  restoring,
  rekeying,
} satisfies Contract
