import type { z } from 'zod'
import type { QueryContext } from '#main/services/context.ts'
import { summariesOf } from '#main/services/signatures/summaries.ts'
import { type Conduct, conductAt } from '#main/services/visits/calendars.ts'
import { signatureIds } from '#main/store/signature-repository.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { eventOf } from '#shared/core/adverse-events/event-of.ts'
import type { EventFact } from '#shared/core/adverse-events/event-source.ts'
import { judgementsOf } from '#shared/core/adverse-events/judgements-of.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { byNewestOnset } from '#shared/core/adverse-events/onset-order.ts'
import type { Replaced } from '#shared/core/adverse-events/question-rule.ts'
import { questionsOf } from '#shared/core/adverse-events/questions-of.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'
import { clockTimeOf, type SiteTime, siteTime } from './clock-time.ts'
import { clocksFor } from './clocks.ts'
import { earlierThan } from './earlier.ts'
import type { EventPatient } from './event-patients.ts'

type Shown = z.input<typeof ListedEvent>

/** What the events of one call share. */
export interface Listing {
  readonly conduct: Conduct
  readonly time: SiteTime
  /** The signatures that nobody withdrew, the newest first, by adverse event. */
  readonly signed: ReadonlyMap<FactId, readonly SignatureSummary[]>
}

/** For the events of one patient, or of all. */
export function listingFor(patientId: PatientId | undefined, context: QueryContext): Listing {
  return { conduct: conductAt(context), time: siteTime(context), signed: signedEvents(patientId, context) }
}

/** The adverse events of these patients with what their record amounts to, the newest onset first. */
export function listedEvents(patients: readonly EventPatient[], listing: Listing): Shown[] {
  return patients.flatMap(patient => eventsOf(patient, listing)).sort(byNewestOnset(listing.conduct.siteDay))
}

function eventsOf(patient: EventPatient, { conduct: { context }, time, signed }: Listing): Shown[] {
  const { facts, calendar } = patient
  const clocks = clocksFor(facts, calendar?.protocol ?? null, {
    db: context.db,
    time: clockTimeOf(patient.patient.id, time, context),
  })
  const byEvent = Map.groupBy(clocks, ({ event }) => event)
  return factsOf(facts, 'adverse_event').map(event => ({
    ...identified(event, patient),
    ...eventOf(event.content, patient),
    ...judged(event.id, patient, signed.get(event.id) ?? []),
    ...asked(event, byEvent.get(event.id) ?? [], { patient, earlier: earlierThan(event, context.db) }),
  }))
}

function identified(event: EventFact, { patient, calendar, firstEntered }: EventPatient) {
  const { id, version, enteredAt, author, content } = event
  const { id: patientId, screeningNumber, initials } = patient
  return {
    ...{ event: id, version, enteredAt, author, content, patientId, screeningNumber, initials },
    firstEnteredAt: firstEntered(id) ?? enteredAt,
    protocol: calendar?.protocol ?? null,
  }
}

/** The last judgement, and the signature of who judged so: that of another investigator is under another judgement. */
function judged(
  event: FactId,
  { facts }: EventPatient,
  signed: readonly SignatureSummary[],
): Pick<Shown, 'causality' | 'signature'> {
  const last = judgementsOf(event, facts)[0]
  if (last === undefined) return { causality: null, signature: shownSignature(signed[0]) }
  const { id: fact, version, author, content } = last
  return {
    causality: { fact, version, on: content.on, author, content },
    signature: shownSignature(signed.find(({ signer }) => signer.userId === author)),
  }
}

function asked(
  { id, content }: EventFact,
  clocks: Clock[],
  { patient, earlier }: { readonly patient: EventPatient; readonly earlier: readonly Replaced[] },
): Pick<Shown, 'clocks' | 'questions'> {
  const { safety } = patient
  return { clocks, questions: questionsOf({ event: id, content, earlier, clocks, safety }, patient) }
}

function shownSignature(signature: SignatureSummary | undefined): Shown['signature'] {
  if (signature === undefined) return null
  const { id, status, signer, signedAt } = signature
  return { id, status, signer: signer.fullName, signedAt }
}

function signedEvents(patientId: PatientId | undefined, context: QueryContext): Listing['signed'] {
  const ids = signatureIds(context.db, { patientId, kinds: ['causality'] })
  const kept = summariesOf(ids, context).flatMap(one =>
    one.event === null || one.status === 'withdrawn' ? [] : [{ ...one, event: one.event }],
  )
  return Map.groupBy(kept, ({ event }) => event)
}
