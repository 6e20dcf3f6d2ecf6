import { type EventPatient, patientsAsked } from '#main/services/adverse-events/event-patients.ts'
import { listedEvents, listingFor } from '#main/services/adverse-events/listed.ts'
import type { QueryContext } from '#main/services/context.ts'
import { listUsers } from '#main/store/user-repository.ts'
import type { DocumentRequest } from '#shared/api/documents.ts'
import { reportsOf } from '#shared/core/adverse-events/reports-of.ts'
import { isListed } from '#shared/core/documents/event-filter.ts'
import type { EventLine, EventListing } from '#shared/core/documents/event-listing.ts'
import { namedCandidate, namedProtocol } from './named.ts'

type Request = Extract<DocumentRequest, { kind: 'event_listing' }>
type Listed = ReturnType<typeof listedEvents>[number]

/** The events as they are listed now, of each patient the oldest onset first. */
export function eventListing(
  { patientId, protocolId, filter = {} }: Request,
  context: QueryContext,
): EventListing {
  const listing = listingFor(patientId ?? undefined, context)
  const { conduct } = listing
  const patients = patientsAsked({ patientId, protocolId }, conduct)
  const tell = telling(context)
  const all = patients.flatMap(patient =>
    listedEvents([patient], listing)
      .toReversed()
      .map(event => ({ event, patient })),
  )
  return {
    kind: 'event_listing',
    on: conduct.today,
    candidate: patientId === null ? null : namedCandidate(patientId, protocolId, context.db),
    protocol: protocolId === null ? null : namedProtocol(protocolId, context),
    filter,
    outOf: all.length,
    events: all
      .filter(({ event }) => isListed(event, filter, conduct.siteDay))
      .map(({ event, patient }) => tell(event, patient)),
  }
}

/** Puts an event in a line, people by name. */
function telling({ db }: QueryContext) {
  const names = new Map<string, string>(listUsers(db).map(({ id, fullName }) => [id, fullName]))
  return (listed: Listed, { facts, safety }: EventPatient): EventLine => {
    const { event, version, screeningNumber, subjectNumber, protocol, organClass } = listed
    const { worst, current, studyDay, sinceDose, emergence } = listed
    return {
      ...{ event, version, screeningNumber, subjectNumber, protocol, organClass },
      cohort: safety?.cohorts.find(({ id }) => id === listed.cohort)?.title ?? listed.cohort,
      ...{ worst, current, studyDay, sinceDose, emergence },
      content: printed(listed.content),
      causality: judged(listed, names),
      reports: reportsOf(event, facts)
        .toReversed()
        .map(({ content: { to, stage, on } }) => ({ to, stage, on })),
    }
  }
}

/** What a line prints of an event, and no more: a listing is no chart. */
function printed(content: Listed['content']): EventLine['content'] {
  const { from, to, term, ctcae, meddra, serious, criteria } = content
  const { outcome, action, expectedness, infusionReaction, complication } = content
  return {
    ...{ from, to, term, ctcae, meddra, serious, criteria },
    ...{ outcome, action, expectedness, infusionReaction, complication },
  }
}

function judged(
  { causality, signature }: Listed,
  names: ReadonlyMap<string, string>,
): EventLine['causality'] {
  if (causality === null) return null
  const { on, author, content } = causality
  const { product, procedure, disease, whoUmc } = content
  return {
    ...{ on, product, procedure, disease, category: whoUmc.category },
    author: names.get(author) ?? author,
    signature: signature?.status ?? null,
  }
}
