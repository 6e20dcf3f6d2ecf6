import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charted, SECOND, secondCalendar, visitsOf } from '#test/support/calendar.ts'
import { dateOf, dayOf } from '../civil-date.ts'

const { dose, visit } = charted
const TODAY = '2026-06-01'

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

  it('are the ones that took place, also where they were charted as missed before', () => {
    const missed = visit(SECOND, 'week-1', '2026-01-08', { status: 'missed', reason: 'flood' })
    const done = visit(SECOND, 'week-1', '2026-01-10')
    for (const contents of [
      [...one, missed, done],
      [...one, done, missed],
    ]) {
      const [found, ...more] = week1(contents, 'first')
      expect(more).toEqual([])
      expect(found).toMatchObject({ state: 'done', done: { from: '2026-01-10', off: 2 } })
    }
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
