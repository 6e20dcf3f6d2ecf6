import { describe, expect, it } from 'vitest'
import { CivilDate } from '../civil-date.ts'
import { safety } from '../facts/safety.ts'
import { type Filtered, isListed } from './event-filter.ts'
import { EventFilter } from './event-listing.ts'

const siteDay = (time: string) => CivilDate.parse(time.slice(0, 10))

function event(change: Partial<Filtered> = {}, content: object = {}): Filtered {
  return {
    content: safety.adverse_event.parse({
      ...{ kind: 'adverse_event', term: 'chills', from: '2026-06-10', grades: [], serious: 'no' },
      ...content,
    }),
    ...{ worst: 2, causality: null, emergence: 'treatment_emergent', cohort: 'cohort-2' },
    organClass: 'vascular_disorders',
    ...change,
  }
}

const passes = (filter: object, one = event()) => isListed(one, EventFilter.parse(filter), siteDay)

describe('a filter of events', () => {
  it('lets everything through that it says nothing of', () => {
    expect(passes({})).toBe(true)
    expect(passes({}, event({ worst: null, cohort: null, organClass: null }))).toBe(true)
  })

  it.each([
    [{ serious: 'no' }, true],
    [{ serious: 'yes' }, false],
    [{ atLeastGrade: 2 }, true],
    [{ atLeastGrade: 3 }, false],
    [{ relation: 'not_assessed' }, true],
    [{ relation: 'related' }, false],
    [{ emergence: 'before_treatment' }, false],
    [{ organClass: 'vascular_disorders' }, true],
    [{ cohort: 'cohort-1' }, false],
    [{ from: '2026-06-10', to: '2026-06-10' }, true],
    [{ from: '2026-06-11' }, false],
    [{ serious: 'no', cohort: 'cohort-1' }, false],
  ])('by %o: %s', (filter, isThere) => expect(passes(filter)).toBe(isThere))

  it('takes for serious what has a criterion, whatever was answered: its deadlines run as well', () => {
    const criteria = ['hospitalisation']
    const unanswered = event({}, { serious: undefined, criteria })
    expect([passes({ serious: 'yes' }, unanswered), passes({ serious: 'no' }, unanswered)]).toEqual([
      true,
      false,
    ])
    const denied = event({}, { serious: 'no', criteria })
    expect([passes({ serious: 'yes' }, denied), passes({ serious: 'no' }, denied)]).toEqual([true, false])
  })

  it('leaves out what is not graded, not answered or of no certain day where it asks for that', () => {
    expect(passes({ atLeastGrade: 1 }, event({ worst: null }))).toBe(false)
    expect(passes({ serious: 'no' }, event({}, { serious: undefined }))).toBe(false)
    expect(passes({ from: '2026-06-05' }, event({}, { from: '2026-06' }))).toBe(false)
    expect(passes({ from: '2026-06-01', to: '2026-06-30' }, event({}, { from: '2026-06' }))).toBe(true)
    expect(passes({ to: '2026-06-30' }, event({}, { from: undefined }))).toBe(false)
  })
})
