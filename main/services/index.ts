import type { contract } from '#shared/api/contract.ts'
import { adverseEventHandlers } from './adverse-events.ts'
import { appHandlers } from './app.ts'
import { auditHandlers } from './audit.ts'
import { backupHandlers } from './backups.ts'
import { certifiedCopyHandlers } from './certified-copies.ts'
import { conductHandlers } from './conduct.ts'
import { deviationHandlers } from './deviations.ts'
import { documentHandlers } from './documents.ts'
import { draftHandlers } from './drafts.ts'
import { enrolmentHandlers } from './enrolment.ts'
import { exportHandlers } from './exports.ts'
import { factHandlers } from './facts.ts'
import type { Handlers } from './handlers.ts'
import { importHandlers } from './imports.ts'
import { jobHandlers } from './jobs.ts'
import { laboratoryHandlers } from './laboratories.ts'
import { patientHandlers } from './patients.ts'
import { preferenceHandlers } from './preferences.ts'
import { protocolHandlers } from './protocols.ts'
import { rekeyingHandlers } from './rekeying.ts'
import { restoringHandlers } from './restoring.ts'
import { screeningHandlers } from './screening.ts'
import { sessionHandlers } from './session.ts'
import { settingsHandlers } from './settings.ts'
import { signatureHandlers } from './signatures.ts'
import { signingHandlers } from './signing.ts'
import { siteHandlers } from './site.ts'
import { trendHandlers } from './trends.ts'
import { userHandlers } from './users.ts'
import { visitHandlers } from './visits.ts'

/** One handler for every procedure of the contract. */
export const services: Handlers<typeof contract> = {
  app: appHandlers,
  preferences: preferenceHandlers,
  site: siteHandlers,
  session: sessionHandlers,
  users: userHandlers,
  patients: patientHandlers,
  facts: factHandlers,
  protocols: protocolHandlers,
  screening: screeningHandlers,
  audit: auditHandlers,
  drafts: draftHandlers,
  laboratories: laboratoryHandlers,
  settings: settingsHandlers,
  signing: signingHandlers,
  signatures: signatureHandlers,
  documents: documentHandlers,
  enrolment: enrolmentHandlers,
  conduct: conductHandlers,
  visits: visitHandlers,
  trends: trendHandlers,
  deviations: deviationHandlers,
  adverseEvents: adverseEventHandlers,
  imports: importHandlers,
  certifiedCopies: certifiedCopyHandlers,
  exports: exportHandlers,
  jobs: jobHandlers,
  backups: backupHandlers,
  restoring: restoringHandlers,
  rekeying: rekeyingHandlers,
}
