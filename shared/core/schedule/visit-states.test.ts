import { describe, expect, it } from 'vitest'
import {
  charted,
  FIRST,
  firstCalendar,
  SECOND,
  secondCalendar,
  siteSchedule,
  visitIn,
} from '#test/support/calendar.ts'

const { enrolled, dose, visit } = charted
const TODAY = '2026-06-01'
const window = (name: string, before: number, after: number, more: object = {}) => ({
  windows: [{ visit: name, before, after, ...more }],
})

describe('the state of a visit', () => {
  const contents = [dose(FIRST, 1, '2026-01-01')]
  const extra = {
    id: 'week-4',
    title: 'Week 4',
    anchor: { from: 'dose', number: 1 },
    day: 28,
    assessments: [],
  }
  const schedule = siteSchedule(FIRST, { extraVisits: [{ ...extra, before: 2, after: 3 }] })

  it.each([
    ['2026-01-26', 'planned'],
    ['2026-01-27', 'due'],
    ['2026-02-01', 'due'],
    ['2026-02-02', 'missed'],
  ])('with a window of −2 and +3 days around 2026-01-29 is on %s: %s', (today, state) => {
    const found = visitIn(firstCalendar({ today, contents, schedule }), 'week-4')
    expect(found).toMatchObject({ source: 'site', planned: '2026-01-29', state })
    expect(found.window).toEqual({ from: '2026-01-27', to: '2026-02-01' })
  })

  it.each([
    ['2027-05-19', 'planned'],
    ['2027-05-20', 'due'],
    ['2027-05-21', 'overdue'],
    ['2029-01-01', 'overdue'],
  ])('without a window is on %s: %s, and never called missed', (today, state) => {
    expect(visitIn(firstCalendar({ today, contents }), 'week-72')).toMatchObject({ window: null, state })
  })

  it.each([
    ['2026-01-26', -3, true],
    ['2026-01-27', -2, false],
    ['2026-02-01T17:00:00+08:00', 3, false],
    ['2026-02-02', 4, true],
    ['2026-01', null, null],
  ])('done on %s lies %s days off; out of window: %s', (from, off, isOutOfWindow) => {
    const done = [...contents, visit(FIRST, 'week-4', from)]
    const found = visitIn(firstCalendar({ today: TODAY, contents: done, schedule }), 'week-4')
    expect(found).toMatchObject({ state: 'done', done: { off, isOutOfWindow } })
  })

  it('is out of window where it went on beyond the last day', () => {
    const done = [...contents, visit(FIRST, 'week-4', '2026-01-30', { to: '2026-02-04' })]
    const found = visitIn(firstCalendar({ today: TODAY, contents: done, schedule }), 'week-4')
    expect(found.done).toMatchObject({ off: 1, isOutOfWindow: true })
  })

  it('is never out of window by a dose that is only planned', () => {
    const screening = { ...extra, id: 'screening', day: -7, before: 0, after: 0 }
    const before = siteSchedule(FIRST, { extraVisits: [screening] })
    const course = { today: TODAY, schedule: before, scheduled: { doses: { 1: '2026-06-10' } } }
    const found = visitIn(
      firstCalendar({ ...course, contents: [visit(FIRST, 'screening', '2026-05-30')] }),
      'screening',
    )
    expect(found).toMatchObject({ isProjected: true, done: { off: -4, isOutOfWindow: null } })
    expect(visitIn(firstCalendar({ ...course, today: '2026-06-03' }), 'screening').state).toBe('due')
    expect(visitIn(firstCalendar({ ...course, today: '2026-06-04' }), 'screening').state).toBe('overdue')
  })

  it('is that of the site’s anchor where its protocol counts a visit of the record from another dose', () => {
    const anchored = siteSchedule(FIRST, window('week-72', 14, 14, { anchor: { from: 'dose', number: 2 } }))
    const given = [...contents, dose(FIRST, 2, '2026-06-20')]
    const found = visitIn(
      firstCalendar({ today: '2026-07-01', contents: given, schedule: anchored }),
      'week-72',
    )
    expect(found).toMatchObject({ planned: '2027-11-06', anchor: { en: 'day of dose 2' }, source: 'record' })
    const planned = visitIn(firstCalendar({ today: TODAY, contents, schedule: anchored }), 'week-72')
    expect(planned).toMatchObject({ planned: '2027-11-04', isProjected: true })
  })

  it('charted as missed says so, with its reason at each assessment', () => {
    const reason = 'typhoon, no transport'
    const missed = visit(FIRST, 'week-72', '2026-05-30', { status: 'missed', reason })
    const found = visitIn(firstCalendar({ today: TODAY, contents: [...contents, missed] }), 'week-72')
    expect(found).toMatchObject({ state: 'missed', done: null, missed: { from: '2026-05-30', reason } })
    expect(found.assessments[0]).toMatchObject({ state: 'not_done', reason })
  })
})

describe('the end of a trial', () => {
  const schedule = siteSchedule(SECOND, window('week-12', 3, 3))
  const given = [enrolled(SECOND, '2026-01-01'), dose(SECOND, 1, '2026-01-01')]
  const status = (name: 'completed' | 'discontinued' | 'lost_to_follow_up', on: string) =>
    ({ kind: 'enrolment', protocol: SECOND, status: name, on }) as const

  it.each([
    [status('discontinued', '2026-03-20'), 'discontinued'],
    [status('lost_to_follow_up', '2026-03-20'), 'lost to follow-up'],
    [{ kind: 'death', on: '2026-03-20' } as const, 'death'],
  ])('lets visits after it be expected no longer, and those before keep their state', (end, how) => {
    const calendar = secondCalendar({ today: TODAY, contents: [...given, end], schedule })
    expect(calendar.ended).toMatchObject({ fact: 'f-2', how: { en: how } })
    const states = calendar.visits.map(({ visit: id, state }) => `${id} ${state}`)
    expect(states).toEqual([
      ...['week-1 overdue', 'week-2 overdue', 'week-4 overdue', 'week-8 overdue'],
      ...['week-12 not_expected', 'week-24 not_expected', 'week-36 not_expected', 'week-52 not_expected'],
    ])
    expect(calendar.doses).toMatchObject([{ isExpected: false }])
  })

  it('by completion leaves no visit up to that day unasked, nor one whose window was still open then', () => {
    const calendar = secondCalendar({
      ...{
        today: TODAY,
        schedule: siteSchedule(SECOND, { windows: [{ visit: 'week-12', before: 2, after: 5 }] }),
      },
      contents: [...given, status('completed', '2026-03-27')],
    })
    expect(visitIn(calendar, 'week-12')).toMatchObject({ planned: '2026-03-26', state: 'missed' })
    const late = secondCalendar({
      today: '2026-05-01',
      contents: [...given, status('completed', '2026-03-26')],
    })
    expect(visitIn(late, 'week-12').state).toBe('overdue')
    expect(visitIn(late, 'week-24').state).toBe('not_expected')
  })

  it('is the first of several', () => {
    const ends = [{ kind: 'death', on: '2026-05-05' } as const, status('completed', '2026-04-01')]
    expect(secondCalendar({ today: TODAY, contents: [...given, ...ends] }).ended).toMatchObject({
      on: '2026-04-01',
    })
  })

  it('is none where it lies before the enrolment, nor by a transplant', () => {
    const contents = [
      ...given,
      status('discontinued', '2025-02-01'),
      { kind: 'liver_transplant', on: '2026-02-01' } as const,
    ]
    expect(secondCalendar({ today: TODAY, contents }).ended).toBeNull()
  })

  it('of the treatment alone ends the doses and not the visits', () => {
    const contents = [
      ...[enrolled(FIRST, '2026-01-01'), dose(FIRST, 1, '2026-01-01')],
      { kind: 'enrolment', protocol: FIRST, status: 'treatment_discontinued', on: '2026-02-01' } as const,
    ]
    const calendar = firstCalendar({ today: TODAY, contents })
    expect(calendar).toMatchObject({ ended: null, doses: [{ isExpected: false }, { isExpected: false }] })
    expect(visitIn(calendar, 'week-72').state).toBe('planned')
  })

  it('of the treatment before another enrolment ends none of its doses', () => {
    const contents = [
      { kind: 'enrolment', protocol: FIRST, status: 'treatment_discontinued', on: '2025-12-01' } as const,
      enrolled(FIRST, '2026-01-01'),
    ]
    const { doses } = firstCalendar({ today: TODAY, contents })
    expect(doses).toMatchObject([{ isExpected: true }, { isExpected: true }])
  })
})
