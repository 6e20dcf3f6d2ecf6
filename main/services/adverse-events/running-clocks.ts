import type { QueryContext } from '#main/services/context.ts'
import { currentFactsOfKind, patientsCharted } from '#main/store/fact-repository.ts'
import { type PatientRecord, patientsAmong } from '#main/store/patient-repository.ts'
import type { RunningClock } from '#shared/api/adverse-events.ts'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'
import { clockTimeOf, type SiteTime, siteTime } from './clock-time.ts'
import { clocksFor } from './clocks.ts'
import { trialOf } from './trial-of.ts'

/** What deadlines are read from. */
export type ClockContext = Pick<QueryContext, 'db' | 'protocols' | 'session' | 'now'>

/** Asked for every minute and after every change, so that of all charts only these kinds are read. */
const KINDS = ['adverse_event', 'safety_report', 'enrolment', 'dose', 'visit', 'consent'] as const

/** Every deadline that still runs: first those that cannot run, then by the time that is left. */
export function runningClocks(context: ClockContext): RunningClock[] {
  const facts = factsOfSerious(context)
  const time = siteTime(context)
  return patientsAmong(context.db, [...facts.keys()])
    .flatMap(patient => clocksOfPatient(patient, facts.get(patient.id) ?? [], { context, time }))
    .sort((a, b) => dueInstant(a) - dueInstant(b))
}

/** When a deadline passes by the computer's clock, in milliseconds; always passed for one that cannot run. */
export function dueInstant({ dueAt, addedSeconds }: Clock): number {
  return dueAt === null ? Number.NEGATIVE_INFINITY : Date.parse(dueAt) - addedSeconds * 1000
}

/** What the deadlines of those rest on of whom a serious event is charted. */
function factsOfSerious({ db }: ClockContext): Map<PatientId, Fact[]> {
  const events = currentFactsOfKind(db, patientsCharted(db, ['adverse_event']), 'adverse_event')
  const serious = events.filter(
    ({ fact: { content } }) => content.kind === 'adverse_event' && isSerious(content),
  )
  const ids = [...new Set(serious.map(({ patientId }) => patientId))]
  const rows = ids.length === 0 ? [] : KINDS.flatMap(kind => currentFactsOfKind(db, ids, kind))
  const byPatient = Map.groupBy(rows, ({ patientId }) => patientId)
  return new Map([...byPatient].map(([id, own]) => [id, own.map(({ fact }) => fact)]))
}

function clocksOfPatient(
  { id: patientId, screeningNumber }: PatientRecord,
  facts: readonly Fact[],
  { context, time }: { context: ClockContext; time: SiteTime },
): RunningClock[] {
  const protocol = trialOf(patientId, facts, context)
  const terms = new Map(factsOf(facts, 'adverse_event').map(({ id, content }) => [id, content.term]))
  return clocksFor(facts, protocol, { db: context.db, time: clockTimeOf(patientId, time, context) })
    .filter(({ state }) => state !== 'met' && state !== 'met_late')
    .map(clock => ({
      ...clock,
      ...{ patientId, screeningNumber, protocol, term: terms.get(clock.event) ?? '' },
    }))
}
