import { type EventPatient, patientsWithEvents } from '#main/services/adverse-events/event-patients.ts'
import type { QueryContext } from '#main/services/context.ts'
import { conductAt } from '#main/services/visits/calendars.ts'
import { signatureIds } from '#main/store/signature-repository.ts'
import { hasRight } from '#shared/api/rights.ts'
import type { SignatureSummary, Work } from '#shared/api/signatures.ts'
import type { EventFact } from '#shared/core/adverse-events/event-source.ts'
import { judgementsOf } from '#shared/core/adverse-events/judgements-of.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'
import { summariesOf } from './summaries.ts'

/** What waits under the adverse events that are charted: to judge, to sign, to countersign, to review again. */
export function causalityWork(context: QueryContext): Work[] {
  const ids = signatureIds(context.db, { kinds: ['causality'] })
  const kept = summariesOf(ids, context).filter(({ status }) => status !== 'withdrawn')
  const signed = Map.groupBy(kept, ({ event }) => event)
  return patientsWithEvents(conductAt(context)).flatMap(patient =>
    factsOf(patient.facts, 'adverse_event').flatMap(event => {
      const latest = latestOf(signed.get(event.id) ?? [])
      return [...signedWork(event, latest, patient), ...openWork(event, latest, { patient, context })]
    }),
  )
}

/** The newest signature of each signer. */
function latestOf(signed: readonly SignatureSummary[]): SignatureSummary[] {
  return [...Map.groupBy(signed, ({ signer }) => signer.userId).values()].flatMap(([newest]) => newest ?? [])
}

function signedWork(event: EventFact, latest: readonly SignatureSummary[], patient: EventPatient): Work[] {
  return latest.flatMap(({ id: signature, status, notCurrent, signedAt }): Work[] => {
    const about = { ...placeOf(event, patient), signature }
    if (status === 'not_current') return [{ ...about, kind: 'review_again', since: notCurrent?.at ?? null }]
    return status === 'awaiting_countersignature' ? [{ ...about, kind: status, since: signedAt }] : []
  })
}

/** Of a patient in a trial every event is judged by somebody; who judged signs the own judgement. */
function openWork(
  event: EventFact,
  latest: readonly SignatureSummary[],
  { patient, context: { user } }: { readonly patient: EventPatient; readonly context: QueryContext },
): Work[] {
  if (!hasRight(user, 'signatures.sign')) return []
  const about = { ...placeOf(event, patient), signature: null }
  const judgements = judgementsOf(event.id, patient.facts)
  if (judgements.length === 0 && patient.calendar !== undefined) {
    return [{ ...about, kind: 'causality_to_judge', since: patient.firstEntered(event.id) ?? null }]
  }
  const own = judgements.find(({ author }) => author === user.id)
  if (own === undefined || latest.some(({ signer }) => signer.userId === user.id)) return []
  return [{ ...about, kind: 'causality_to_sign', since: own.enteredAt }]
}

function placeOf({ id: event }: EventFact, { patient, calendar }: EventPatient) {
  const { id: patientId, screeningNumber } = patient
  return { patientId, screeningNumber, protocolId: calendar?.protocol ?? null, event }
}
