import { patientOf } from '#main/services/patients.ts'
import { enrolledIn } from '#main/services/trends/source.ts'
import type { Conduct } from '#main/services/visits/calendars.ts'
import { type TrialPatient, trialPatient } from '#main/services/visits/in-trials.ts'
import { currentConduct } from '#main/store/conduct-repository.ts'
import { currentFacts, currentFactsOf, firstEntries, patientsCharted } from '#main/store/fact-repository.ts'
import { patientsAmong } from '#main/store/patient-repository.ts'
import type { EventSource } from '#shared/core/adverse-events/event-source.ts'
import type { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { FactId, PatientId, ProtocolId } from '#shared/core/ids.ts'

/** A patient with all that their adverse events are computed from. */
export interface EventPatient extends TrialPatient, EventSource {
  /** How the site watches safety in the patient's trial; undefined where it entered nothing, and outside a trial. */
  readonly safety: SiteSafety | undefined
  /** When a fact of the patient was charted for the first time. */
  readonly firstEntered: (fact: FactId) => OffsetDateTime | undefined
}

/** Everybody of whom an adverse event was ever charted, in the order of the log. */
export function patientsWithEvents(conduct: Conduct): EventPatient[] {
  const { db } = conduct.context
  const ids = patientsCharted(db, ['adverse_event'])
  const facts = currentFactsOf(db, ids)
  const first = firstEntries(db, ids)
  return patientsAmong(db, ids)
    .sort((a, b) => (a.screeningNumber < b.screeningNumber ? -1 : 1))
    .map(patient => eventPatient(trialPatient(patient, facts.get(patient.id) ?? [], conduct), first, conduct))
}

/** Whose events are asked for: of one patient or of everybody, in one trial or wherever they are. */
export interface AskedPatients {
  readonly patientId?: PatientId | null | undefined
  readonly protocolId?: ProtocolId | null | undefined
}

/** The patients asked for. Throws `not_found` for one who is not there. */
export function patientsAsked({ patientId, protocolId }: AskedPatients, conduct: Conduct): EventPatient[] {
  const patients = patientId == null ? patientsWithEvents(conduct) : [eventPatientOf(patientId, conduct)]
  return patients.filter(({ calendar }) => protocolId == null || calendar?.protocol === protocolId)
}

/** One patient. Throws `not_found` for one who is not there. */
export function eventPatientOf(id: PatientId, conduct: Conduct): EventPatient {
  const { db } = conduct.context
  const patient = trialPatient(patientOf(db, id), currentFacts(db, id), conduct)
  return eventPatient(patient, firstEntries(db, [id]), conduct)
}

/** The trial that somebody was enrolled or dosed in last; before that the one that they consented to. */
export function eventPatient(
  patient: TrialPatient,
  firstEntries: ReadonlyMap<FactId, OffsetDateTime>,
  conduct: Conduct,
): EventPatient {
  const { facts, calendars } = patient
  const own = enrolledIn(facts)
  const calendar = calendars.find(({ protocol }) => protocol === own) ?? calendars[0]
  return {
    ...patient,
    calendar,
    siteDay: conduct.siteDay,
    safety: calendar && safetyOf(calendar.protocol, conduct),
    firstEntered: fact => firstEntries.get(fact),
  }
}

function safetyOf(protocol: ProtocolId, { context }: Conduct): SiteSafety | undefined {
  return currentConduct(context.db, protocol, 'safety')?.content
}
