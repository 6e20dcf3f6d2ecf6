import { CivilDate, EventTime } from '#shared/core/civil-date.ts'
import { type EventLine, EventListing } from '#shared/core/documents/event-listing.ts'
import type { DocumentPayload } from '#shared/core/documents/payload.ts'
import { payloadOf } from '../document-payloads.ts'
import { namedProtocol } from '../named.ts'
import { AUTHOR, at, bleeding, id, type Options } from './invented-event.ts'

function line(change: Partial<EventLine>): EventLine {
  const { from, to, term, ctcae, meddra, serious, criteria, outcome, action, expectedness, complication } =
    bleeding()
  return EventListing.shape.events.element.parse({
    ...{ event: 'event-1', version: 2, screeningNumber: 'TR-001', subjectNumber: '014' },
    ...{ protocol: 'NCT07413549', cohort: 'cohort-2', organClass: 'gastrointestinal_disorders' },
    ...{ worst: 4, current: 1, studyDay: 243, sinceDose: { number: 2, days: 67, hours: 1619.4 } },
    emergence: 'treatment_emergent',
    content: {
      ...{ from, to, term, ctcae, meddra, serious, criteria, outcome, action, expectedness, complication },
    },
    causality: {
      ...{ on: '2026-11-07', product: 'not_related', procedure: 'not_related', disease: 'related' },
      ...{ category: 'unlikely', author: AUTHOR, signature: 'current' },
    },
    reports: [
      { to: 'sponsor', stage: 'initial', on: '2026-10-31T15:02:00+08:00' },
      { to: 'ethics_committee', stage: 'initial', on: '2026-11-02T09:00:00+08:00' },
    ],
    ...change,
  })
}

/** The events of an invented site. */
export function eventListingPayload({
  isEmpty = false,
  copies = 1,
  ...options
}: Options & { readonly isEmpty?: boolean; readonly copies?: number } = {}): DocumentPayload {
  const events = Array.from({ length: copies }).flatMap(() => [
    line({}),
    line({
      ...{ event: id('event-2'), screeningNumber: 'TR-004', subjectNumber: '017', cohort: null },
      ...{ organClass: 'general_disorders_and_administration_site_conditions', worst: 2, current: 1 },
      ...{ studyDay: 1, sinceDose: { number: 1, days: 0, hours: 1.4 }, reports: [] },
      content: {
        ...{ from: at('2026-06-08T11:25'), to: at('2026-06-08T14:00'), term: '寒战、低热 Chills, low fever' },
        ...{ ctcae: 'infusion_related_reaction', serious: 'no', outcome: 'recovered' },
        ...{ action: 'infusion_interrupted', infusionReaction: 'yes' },
      },
      causality: {
        ...{ on: EventTime.parse('2026-06-09'), product: 'related', procedure: 'undetermined' },
        ...{ disease: 'not_related', category: 'probable', author: AUTHOR, signature: null },
      },
    }),
    line({
      ...{ event: id('event-3'), screeningNumber: 'TR-009', subjectNumber: null, cohort: null },
      ...{ organClass: null, worst: null, current: null, studyDay: null, sinceDose: null },
      ...{ emergence: 'unknown', causality: null, reports: [] },
      content: { term: '乏力 Tiredness', from: EventTime.parse('2026-10') },
    }),
  ])
  return payloadOf(
    {
      kind: 'event_listing',
      on: CivilDate.parse('2026-11-20'),
      candidate: null,
      protocol: namedProtocol(),
      filter: isEmpty ? { serious: 'yes', atLeastGrade: 3, from: CivilDate.parse('2026-01-01') } : {},
      outOf: events.length,
      events: isEmpty ? [] : events,
    },
    options,
  )
}
