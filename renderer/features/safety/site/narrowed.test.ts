import { describe, expect, it } from 'vitest'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactId, PatientId, ProtocolId, UserId } from '#shared/core/ids.ts'
import { verbatim } from '#shared/core/text.ts'
import { matchingEvents, narrowed, openQuestions, ordered } from './narrowed.ts'
import type { SafetySearch } from './safety-search.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = (time: string) => OffsetDateTime.parse(`2026-11-24T${time}:00+08:00`)
const NOW = at('12:00')

let count = 0

function event(part: Partial<ListedEvent> & { readonly term: string }): ListedEvent {
  const { term, ...rest } = part
  count += 1
  return {
    ...{ event: FactId.parse(id(count)), version: 1, enteredAt: NOW, firstEnteredAt: NOW, author: id(900) },
    ...{ patientId: PatientId.parse(id(800)), screeningNumber: 'S-002', initials: 'ZWM' },
    ...{ subjectNumber: null, protocol: null, cohort: null, organClass: null },
    content: { kind: 'adverse_event', term, grades: [] },
    ...{ worst: null, current: null, studyDay: null, sinceDose: null, emergence: 'unknown', windows: [] },
    ...{ causality: null, signature: null, clocks: [], questions: [] },
    ...rest,
  }
}

function clock(state: Clock['state'], dueAt: string): Clock {
  return {
    ...{ kind: 'sponsor', event: FactId.parse(id(1)), title: verbatim('sponsor'), state },
    ...{ from: at('00:00'), dueAt: at(dueAt), hours: 24, basis: 'site', metAt: null, report: null },
    ...{ lateReason: null, addedSeconds: 0 },
  }
}

const judged: NonNullable<ListedEvent['causality']> = {
  ...{ fact: FactId.parse(id(700)), version: 1, on: NOW, author: UserId.parse(id(900)) },
  content: {
    ...{ kind: 'causality', on: NOW, event: FactId.parse(id(1)) },
    ...{ product: 'related', procedure: 'not_related', disease: 'undetermined', ground: 'rechallenge' },
    whoUmc: {
      category: 'possible',
      answers: {
        ...{ time: 'reasonable', otherCauses: 'also_possible', withdrawal: 'not_applicable' },
        ...{ definitive: 'no', rechallenge: 'not_done', information: 'sufficient' },
      },
    },
  },
}

const question = (answer: string | null) => ({
  ...{ code: 'not_graded' as const, text: verbatim('?'), about: [], answer },
})

const events = [
  event({ term: 'Fever', worst: 1, causality: judged, protocol: ProtocolId.parse('NCT07413549') }),
  event({
    ...{ term: 'Sepsis', worst: 4, screeningNumber: 'S-010', clocks: [clock('running', '11:59')] },
    content: { kind: 'adverse_event', term: 'Sepsis', grades: [], serious: 'yes' },
  }),
  event({
    term: 'Rash',
    questions: [question(null), question('paper lost')],
    clocks: [clock('met_late', '11:00')],
  }),
  event({ term: 'Cough', worst: 3, screeningNumber: 'S-001', clocks: [clock('running', '23:00')] }),
]

function terms(search: SafetySearch): string[] {
  return narrowed(events, search, NOW).map(({ content }) => content.term)
}

describe('the list of events', () => {
  it.each([
    [{}, ['Fever', 'Sepsis', 'Rash', 'Cough']],
    [{ protocol: ProtocolId.parse('NCT07413549') }, ['Fever']],
    [{ serious: 'yes' }, ['Sepsis']],
    [{ serious: 'unanswered' }, ['Fever', 'Rash', 'Cough']],
    [{ grade: '3plus' }, ['Sepsis', 'Cough']],
    [{ grade: 'none' }, ['Rash']],
    [{ relation: 'related' }, ['Fever']],
    [{ relation: 'unassessed' }, ['Sepsis', 'Rash', 'Cough']],
    [{ questions: 'open' }, ['Rash']],
    [{ clock: 'pressing' }, ['Sepsis']],
    [{ clock: 'running' }, ['Sepsis', 'Cough']],
    [{ clock: 'late' }, ['Sepsis', 'Rash']],
    [{ grade: '3plus', serious: 'unanswered' }, ['Cough']],
  ] as [SafetySearch, string[]][])('narrowed to %j holds %j', (search, wanted) => {
    expect(terms(search)).toEqual(wanted)
  })

  it('takes for serious what has a criterion, whatever was answered, as the listing and the deadlines do', () => {
    const both = ([undefined, 'no'] as const).map(serious =>
      event({
        term: 'Melaena',
        content: {
          kind: 'adverse_event',
          term: 'Melaena',
          grades: [],
          serious,
          criteria: ['hospitalisation'],
        },
      }),
    )
    expect(narrowed(both, { serious: 'yes' }, NOW)).toEqual(both)
    expect(narrowed(both, { serious: 'no' }, NOW)).toEqual([])
    expect(narrowed(both, { serious: 'unanswered' }, NOW)).toEqual([])
  })

  it('is searched by candidate and by words of the term', () => {
    expect(matchingEvents(events, ' s-0 ').length).toBe(4)
    expect(matchingEvents(events, 'S-010').map(({ content }) => content.term)).toEqual(['Sepsis'])
    expect(matchingEvents(events, 'ras').map(({ content }) => content.term)).toEqual(['Rash'])
  })

  it('is ordered by candidate, by grade, or as the engine listed it', () => {
    const inOrder = (by: 'onset' | 'number' | 'grade') =>
      ordered(events, by).map(({ content }) => content.term)
    expect(inOrder('onset')).toEqual(['Fever', 'Sepsis', 'Rash', 'Cough'])
    expect(inOrder('number')).toEqual(['Cough', 'Fever', 'Rash', 'Sepsis'])
    expect(inOrder('grade')).toEqual(['Sepsis', 'Cough', 'Fever', 'Rash'])
  })

  it('counts as open only what nobody has answered', () => {
    expect(events.map(openQuestions)).toEqual([0, 0, 1, 0])
  })
})
