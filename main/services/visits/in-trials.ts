import { currentFactsOf, patientsCharted } from '#main/store/fact-repository.ts'
import { type PatientRecord, patientsAmong } from '#main/store/patient-repository.ts'
import { patientsPlanned } from '#main/store/plan-repository.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { Calendar } from '#shared/core/schedule/calendar.ts'
import { type Conduct, calendarsOf } from './calendars.ts'

/** A patient in a trial, with what is charted of them and what it amounts to. */
export interface TrialPatient {
  readonly patient: PatientRecord
  readonly facts: readonly Fact[]
  readonly calendars: readonly Calendar[]
}

/** Everybody who was enrolled or dosed, or for whom that is planned, and `further`; of thousands screened few are. */
export function patientsInTrials(conduct: Conduct, further: readonly PatientId[] = []): TrialPatient[] {
  const { db } = conduct.context
  const charted = patientsCharted(db, ['enrolment', 'dose', 'visit'])
  const ids = [...new Set([...charted, ...patientsPlanned(db), ...further])]
  const facts = currentFactsOf(db, ids)
  return patientsAmong(db, ids)
    .sort((a, b) => (a.screeningNumber < b.screeningNumber ? -1 : 1))
    .map(patient => trialPatient(patient, facts.get(patient.id) ?? [], conduct))
}

/** One patient with their calendars. */
export function trialPatient(patient: PatientRecord, facts: readonly Fact[], conduct: Conduct): TrialPatient {
  return { patient, facts, calendars: calendarsOf(patient.id, facts, conduct) }
}
