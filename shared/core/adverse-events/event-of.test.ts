import { describe, expect, it } from 'vitest'
import { eventContent, eventSource, eventWithout } from '#test/support/safety-charts.ts'
import { doseOn, TRIAL } from '#test/support/trend-charts.ts'
import { eventOf, organClassOf } from './event-of.ts'
import { byNewestOnset } from './onset-order.ts'

const doses = [doseOn('2026-10-10T10:00:00+08:00'), doseOn('2026-11-07T10:00:00+08:00', 2)]
const since = (from: string | undefined, given = doses) =>
  eventOf(from === undefined ? eventWithout('from') : eventContent({ from, grades: [] }), eventSource(given))
    .sinceDose

describe('the last dose before onset', () => {
  it.each([
    ['2026-11-10', { number: 2, days: 3, hours: null }],
    ['2026-11-07T10:20:00+08:00', { number: 2, days: 0, hours: 0.33 }],
    ['2026-11-07T09:00:00+08:00', { number: 1, days: 28, hours: 671 }],
    ['2026-11-07', { number: 2, days: 0, hours: null }],
    ['2026-11-06', { number: 1, days: 27, hours: null }],
    ['2026-10-09', null],
    ['2026-10-10T09:59:00+08:00', null],
  ])('of an event that began %s', (from, expected) => {
    expect(since(from)).toEqual(expected)
  })

  it('is not told where the record does not tell which one it was', () => {
    expect(since('2026-11')).toBeNull()
    expect(since('2026-10')).toBeNull()
    expect(since(undefined)).toBeNull()
    expect(since('2026-11-10', [doseOn('2026-10')])).toEqual({ number: 1, days: null, hours: null })
  })
})

describe('what an event amounts to', () => {
  it('counts study days as CDISC does: there is no day 0', () => {
    const dayOf = (from: string) => eventOf(eventContent({ from, grades: [] }), eventSource(doses)).studyDay
    expect(['2026-10-11', '2026-10-10', '2026-10-09', '2026-10'].map(dayOf)).toEqual([2, 1, -1, null])
    expect(eventOf(eventContent(), eventSource([])).studyDay).toBeNull()
  })

  it('has its worst and its last grade, and none where nobody graded it', () => {
    const grades = [3, 4, 2].map((grade, index) => ({ grade, from: `2026-11-1${index}` }))
    expect(eventOf(eventContent({ grades }), eventSource([]))).toMatchObject({ worst: 4, current: 2 })
    expect(eventOf(eventContent({ grades: [] }), eventSource([]))).toMatchObject({
      worst: null,
      current: null,
    })
  })

  it('stands under the organ class of its term, else under the one that was entered', () => {
    const entered = 'cardiac_disorders'
    expect(organClassOf(eventContent({ ctcae: 'anemia', organClass: entered }))).toBe(
      'blood_and_lymphatic_system_disorders',
    )
    expect(organClassOf({ ...eventWithout('ctcae'), organClass: entered })).toBe(entered)
    expect(organClassOf(eventWithout('ctcae'))).toBeNull()
  })

  it('names subject number and cohort of the enrolment in the trial', () => {
    const enrolment = { kind: 'enrolment', protocol: TRIAL, status: 'enrolled' } as const
    const facts = [
      { ...enrolment, on: '2026-10-01', subjectNumber: 'R-07', cohort: 'low-dose' },
      { ...enrolment, on: '2026-10-05', protocol: 'NCT07413549', cohort: 'other' },
    ]
    const named = (charted: typeof facts) => {
      const { subjectNumber, cohort } = eventOf(eventContent(), eventSource(charted))
      return [subjectNumber, cohort]
    }
    expect(named(facts)).toEqual(['R-07', 'low-dose'])
    expect(named([])).toEqual([null, null])
  })
})

describe('the order of events', () => {
  it('is the newest onset first, by the clock within a day; without onset before all', () => {
    const onsets = [
      '2026-11',
      '2026-11-10T08:00:00+08:00',
      '2026-11-10',
      '2026-11-10T09:00:00+08:00',
      '2026-12-01',
    ]
    const events = [...onsets.map(from => ({ content: { from } })), { content: {} }]
    const order = events
      .map(event => event as { content: Parameters<ReturnType<typeof byNewestOnset>>[0]['content'] })
      .sort(byNewestOnset(eventSource([]).siteDay))
      .map(({ content }) => content.from)
    expect(order).toEqual([
      ...[undefined, '2026-12-01', '2026-11', '2026-11-10T09:00:00+08:00'],
      ...['2026-11-10T08:00:00+08:00', '2026-11-10'],
    ])
  })
})
