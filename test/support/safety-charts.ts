import type { EventContent, EventFact, EventSource } from '#shared/core/adverse-events/event-source.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import { FactId } from '#shared/core/ids.ts'
import { factsOf } from '#shared/core/schedule/calendar-input.ts'
import { type Content, factOf } from './chart-builder.ts'
import { trendSource } from './trend-charts.ts'

/** An adverse event as a test writes it; without more it is a mild fever of 10 November, about which nothing is asked. */
export function eventContent(more: object = {}): EventContent {
  const fever = { term: '发热', ctcae: 'fever', serious: 'no', from: '2026-11-10' }
  const grades = [{ grade: 1, from: '2026-11-10' }]
  const { content } = factOf('event', { kind: 'adverse_event', ...fever, grades, ...more })
  if (content.kind !== 'adverse_event') throw new Error('not an adverse event')
  return content
}

/** The same with some of what it says left out. */
export function eventWithout(...names: readonly (keyof EventContent)[]): EventContent {
  const kept = Object.entries(eventContent()).filter(([name]) => !names.some(left => left === name))
  return Object.fromEntries(kept) as EventContent
}

/** The facts of a patient, called `f000`, `f001` in their order, and the calendar that they give in NCT05106972. */
export function eventSource(facts: readonly (Content | Fact)[]): EventSource {
  const source = trendSource({ facts })
  return { facts: source.facts, calendar: source.trial?.calendar, siteDay: source.siteDay }
}

/** The one adverse event of a chart. */
export function eventIn({ facts }: Pick<EventSource, 'facts'>): EventFact {
  const [event] = factsOf(facts, 'adverse_event')
  if (event === undefined) throw new Error('no adverse event')
  return event
}

/** A judgement of the event `f000`. */
export function judgement(more: object = {}): Content {
  return {
    ...{
      kind: 'causality',
      on: '2026-11-12',
      event: FactId.parse('f000'),
      ground: 'onset after the infusion',
    },
    ...{ product: 'related', procedure: 'not_related', disease: 'undetermined' },
    whoUmc: {
      category: 'possible',
      answers: {
        ...{ time: 'reasonable', otherCauses: 'also_possible', withdrawal: 'not_applicable' },
        ...{ definitive: 'no', rechallenge: 'not_done', information: 'sufficient' },
      },
    },
    ...more,
  } as Content
}
