import { chartedEvent } from '#main/services/adverse-events/charted-event.ts'
import { contextOf } from '#main/services/adverse-events/context.ts'
import type { EventPatient } from '#main/services/adverse-events/event-patients.ts'
import type { QueryContext } from '#main/services/context.ts'
import { invalid, notFound } from '#main/services/failures.ts'
import { usedFacts } from '#main/services/signatures/used-facts.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import type { EventFact } from '#shared/core/adverse-events/event-source.ts'
import { judgementsOf } from '#shared/core/adverse-events/judgements-of.ts'
import { isSerious } from '#shared/core/adverse-events/seriousness.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { CaseSummary, EventCase, SaeReport } from '#shared/core/documents/event-case.ts'
import type { FactId } from '#shared/core/ids.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'
import { personAt, surroundings } from './event-person.ts'
import { reportNow, sentReports, unblindingsOf } from './event-reports.ts'
import type { About } from './make.ts'
import { namedCandidate, namedProtocol } from './named.ts'

type Request<K> = Extract<DocumentRequest, { kind: K }>

/** A document about one event, and whose it is. */
interface Told<C> {
  readonly content: C
  readonly about: About
}

/** What a sponsor asks for of a serious event. Throws `invalid_input` for one that is not serious. */
export function saeReport({ event, to }: Request<'sae_report'>, context: QueryContext): Told<SaeReport> {
  const { told, fact, about } = caseOf(event, to, context)
  if (!isSerious(fact.content))
    throw invalid('request.event', 'this event is not serious by its answer or by any criterion')
  return { content: { kind: 'sae_report', ...told }, about }
}

/** Any event on one page. */
export function caseSummary(
  { event, to }: Request<'case_summary'>,
  context: QueryContext,
): Told<CaseSummary> {
  const { told, about } = caseOf(event, to, context)
  return { content: { kind: 'case_summary', ...told }, about }
}

/** Throws `not_found` where the event is not charted, or no longer. */
function caseOf(id: FactId, to: EventCase['report']['to'], context: QueryContext) {
  const { event: fact, patient, listed, conduct } = chartedEvent(id, context)
  const { studyDay, signature, clocks, protocol: protocolId } = listed
  const { today } = conduct
  const patientId = patient.patient.id
  const told: EventCase = {
    on: today,
    report: reportNow(id, to, patient.facts),
    candidate: namedCandidate(patientId, protocolId, context.db),
    person: personAt(fact.content, patient),
    protocol: protocolId === null ? null : namedProtocol(protocolId, context),
    studyDay,
    ...inChart(fact, patient, { today, context }),
    unblindings: unblindingsOf(id, protocolId, patient.facts),
    reports: sentReports(id, patient.facts),
    signature,
    clocks,
  }
  return { told, fact, about: { patientId, protocolId, signatureId: null } }
}

interface Asking {
  readonly today: CivilDate
  readonly context: QueryContext
}

/** What the chart has about it: the event and its judgement with their history, doses, values, medication. */
function inChart(
  fact: EventFact,
  patient: EventPatient,
  { today, context }: Asking,
): Pick<EventCase, 'event' | 'judgement' | 'doses' | 'context' | 'laboratory' | 'history'> {
  const { facts, calendar } = patient
  const judgement = judgementsOf(fact.id, facts)[0]
  const [event, judged] = usedFacts([fact, ...(judgement ? [judgement] : [])], context.db)
  if (event === undefined) throw notFound('fact', fact.id)
  const about = { patient: patient.patient, facts, protocolId: calendar?.protocol, today }
  const doses = factsOf(facts, 'dose')
    .filter(({ content }) => content.protocol === calendar?.protocol)
    .sort((a, b) => a.content.number - b.content.number)
  return {
    event,
    judgement: judged ?? null,
    doses: doses.map(({ id, content }) => ({ fact: id, content })),
    context: contextOf(fact, about, context).context,
    ...surroundings(fact.content, patient, { today, firstDose: doses[0]?.content.from }),
  }
}
