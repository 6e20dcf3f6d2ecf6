import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  charted,
  FIRST,
  firstCalendar,
  SECOND,
  secondCalendar,
  siteSchedule,
  visitIn,
  visitsOf,
} from '#test/support/calendar.ts'
import { dateOf, dayOf } from '../civil-date.ts'

const { enrolled, dose, visit } = charted
const TODAY = '2026-06-01'
const window = (name: string, before: number, after: number, more: object = {}) => ({
  windows: [{ visit: name, before, after, ...more }],
})

describe('the calendar of NCT05106972', () => {
  it('counts the baseline from enrolment, week 72 from dose 1, and plans dose 2 24 weeks after it', () => {
    const contents = [enrolled(FIRST, '2026-01-05'), dose(FIRST, 1, '2026-01-12T09:30:00+08:00')]
    const calendar = firstCalendar({ today: TODAY, contents })
    expect(calendar).toMatchObject({
      day0: '2026-01-12',
      dayOfTrial: 140,
      openReadings: ['portal-flow-rate', 'abdominal-volume'],
    })
    expect(calendar.visits.map(({ visit: id, planned, state }) => [id, planned, state])).toEqual([
      ['baseline', '2026-01-05', 'overdue'],
      ['week-72', '2027-05-31', 'planned'],
    ])
    expect(calendar.doses).toMatchObject([
      { number: 1, planned: null, given: { fact: 'f-1' }, plannedCells: '100000000', isExpected: false },
      { number: 2, planned: '2026-06-29', given: null, isExpected: true },
    ])
  })

  it('is projected from the day planned for the first dose until that is given', () => {
    const contents = [enrolled(FIRST, '2026-05-28')]
    const calendar = firstCalendar({ today: TODAY, contents, scheduled: { doses: { 1: '2026-05-30' } } })
    expect(visitIn(calendar, 'week-72')).toMatchObject({
      planned: '2027-10-16',
      isProjected: true,
      state: 'planned',
    })
    expect(calendar).toMatchObject({ day0: null, dayOfTrial: null })
    expect(calendar.doses[1]).toMatchObject({ planned: '2026-11-14' })
  })

  it('has no day for what is counted from a dose that is neither given nor planned', () => {
    const calendar = firstCalendar({ today: TODAY, contents: [enrolled(FIRST, '2026-05')] })
    expect(calendar.visits.map(({ planned, state }) => [planned, state])).toEqual([
      [null, 'undated'],
      [null, 'undated'],
    ])
  })

  it('does not move week 72 when the second dose is given, nor the day that its visit is compared with', () => {
    const contents = [dose(FIRST, 1, '2024-01-01'), visit(FIRST, 'week-72', '2025-05-21')]
    const later = [...contents, dose(FIRST, 2, '2024-07-15')]
    const [before, after] = [contents, later].map(facts =>
      visitIn(firstCalendar({ today: TODAY, contents: facts }), 'week-72'),
    )
    expect(before).toMatchObject({
      planned: '2025-05-19',
      state: 'done',
      done: { off: 2, isOutOfWindow: null },
    })
    expect(after).toEqual(before)
  })

  it('takes a status "dosed" for the first dose where no dose is charted', () => {
    const dosed = { kind: 'enrolment', protocol: FIRST, status: 'dosed', on: '2026-02-02' } as const
    expect(firstCalendar({ today: TODAY, contents: [dosed] }).day0).toBe('2026-02-02')
    const both = firstCalendar({ today: TODAY, contents: [dose(FIRST, 1, '2026-02-03'), dosed] })
    expect(both).toMatchObject({ day0: '2026-02-03', doses: [{ given: { fact: 'f-0' } }, {}] })
  })
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

describe('visits after administration', () => {
  const one = [dose(SECOND, 1, '2026-01-01')]
  const two = [...one, dose(SECOND, 2, '2026-02-01')]
  const readings = (choice: string) => ({ 'after-administration': choice, 'meld-variant': 'original' })
  const week1 = (contents: typeof two, choice?: string) => {
    const chosen = choice === undefined ? {} : { readings: readings(choice) }
    return visitsOf(secondCalendar({ today: TODAY, contents, ...chosen }), 'week-1')
  }
  const rows = (visits: ReturnType<typeof week1>) =>
    visits.map(({ number, planned, state }) => [number, planned, state])

  it('need no reading while there is one dose', () => {
    expect(secondCalendar({ today: TODAY, contents: one }).openReadings).toEqual(['meld-variant'])
    for (const choice of [undefined, 'first', 'last']) {
      expect(rows(week1(one, choice))).toEqual([[null, '2026-01-08', 'overdue']])
    }
    expect(rows(week1(one, 'each'))).toEqual([[1, '2026-01-08', 'overdue']])
  })

  it.each([
    ['first', [[null, '2026-01-08', 'overdue']]],
    ['last', [[null, '2026-02-08', 'overdue']]],
    [
      'each',
      [
        [1, '2026-01-08', 'overdue'],
        [2, '2026-02-08', 'overdue'],
      ],
    ],
  ])('are counted after two doses as the reading "%s" says', (choice, expected) => {
    expect(rows(week1(two, choice))).toEqual(expected)
  })

  it('are undated after two doses where nobody chose the reading', () => {
    const calendar = secondCalendar({ today: TODAY, contents: two })
    expect(calendar.openReadings).toEqual(['after-administration', 'meld-variant'])
    expect(calendar.visits.every(({ planned, state }) => planned === null && state === 'undated')).toBe(true)
    expect(calendar.safetyWindows.map(({ from, to }) => [from, to])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it.each([
    ['first', [[null, '2026-01-08', 'done']]],
    [
      'last',
      [
        [1, '2026-01-08', 'done'],
        [null, '2026-02-08', 'overdue'],
      ],
    ],
    [
      'each',
      [
        [1, '2026-01-08', 'done'],
        [2, '2026-02-08', 'overdue'],
      ],
    ],
    [undefined, [[1, '2026-01-08', 'done']]],
  ])('keep the day that they were done against when another dose follows: reading %s', (choice, expected) => {
    const contents = [...two, visit(SECOND, 'week-1', '2026-01-09')]
    expect(rows(week1(contents, choice))).toEqual(expected)
  })

  it('are those of the dose before, where they took place on the day of the next dose', () => {
    const contents = [
      ...one,
      dose(SECOND, 2, '2026-01-08T10:00:00+08:00'),
      visit(SECOND, 'week-1', '2026-01-08'),
    ]
    expect(week1(contents, 'each')).toMatchObject([
      { number: 1, done: { off: 0 } },
      { number: 2, state: 'overdue', done: null },
    ])
  })

  it('lose nothing that was charted: what fits no visit is unscheduled', () => {
    const contents = [
      ...two,
      visit(SECOND, 'unscheduled', '2026-01-03'),
      visit(SECOND, 'week-1', '2026-02-08', { number: 2 }),
    ]
    const calendar = secondCalendar({ today: TODAY, contents, readings: readings('first') })
    expect(calendar.unscheduled.map(({ fact, day }) => [fact, day])).toEqual([
      ['f-2', 2],
      ['f-3', 38],
    ])
  })

  it('have safety windows of 28 days and from day 29 to the end of week 52', () => {
    const { safetyWindows } = secondCalendar({ today: TODAY, contents: one })
    expect(safetyWindows.map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-01', '2026-01-29'],
      ['2026-01-30', '2026-12-31'],
    ])
    const each = secondCalendar({ today: TODAY, contents: two, readings: readings('each') }).safetyWindows
    expect(each.map(({ id, from }) => `${id} ${from}`)).toEqual([
      ...['all-events 2026-01-01', 'all-events 2026-02-01'],
      ...['treatment-related 2026-01-30', 'treatment-related 2026-03-02'],
    ])
  })
})

describe('a dose given later', () => {
  const readings = fc.constantFrom('first', 'last', 'each', undefined)
  const gap = fc.integer({ min: 0, max: 60 })

  it('never moves the planned day of a visit that was done, under any reading', () => {
    fc.assert(
      fc.property(
        readings,
        gap,
        gap,
        fc.constantFrom('week-1', 'week-4', 'week-52'),
        (choice, after, wait, name) => {
          const start = dayOf('2026-01-01')
          const done = dateOf(start + 1 + after)
          const next = dateOf(start + 1 + after + wait)
          const contents = [dose(SECOND, 1, '2026-01-01'), visit(SECOND, name, done)]
          const chosen = choice === undefined ? {} : { readings: { 'after-administration': choice } }
          const comparedWith = (facts: typeof contents) =>
            visitsOf(secondCalendar({ today: TODAY, contents: facts, ...chosen }), name)
              .filter(({ state }) => state === 'done')
              .map(one => [one.planned, one.done])
          expect(comparedWith([...contents, dose(SECOND, 2, next)])).toEqual(comparedWith(contents))
        },
      ),
    )
  })

  it('moves everything that is open and counted from it by the same days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), days => {
        const at = (shift: number) =>
          secondCalendar({
            today: '2025-12-01',
            contents: [],
            scheduled: { doses: { 1: dateOf(dayOf('2026-01-01') + shift) } },
          })
        const plan = (shift: number) => at(shift).visits.map(({ planned }) => dayOf(planned ?? '') - shift)
        expect(plan(days)).toEqual(plan(0))
      }),
    )
  })
})
