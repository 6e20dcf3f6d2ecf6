import { describe, expect, it } from 'vitest'
import { pointOn } from '#test/support/trends-fixture.ts'
import { CivilDate, dayOf } from '../../civil-date.ts'
import { text } from '../../text.ts'
import { lineBreaks } from '../line-breaks.ts'
import type { Point, VisitBand } from '../series.ts'
import { linksOf } from './links.ts'
import type { PlacedPoint } from './placed-point.ts'

const placed = (day: string, value: number, over: Partial<Point> = {}): PlacedPoint => {
  const point = { ...pointOn(day, value), ...over }
  return { point, at: point.at, value, low: point.low, high: point.high }
}
const drawn = (at: number, value: number, over: Partial<Point> = {}) =>
  placed('2026-03-01', value, { ...over, at })

const visit = (from: string, state: VisitBand['state']): VisitBand => ({
  visit: 'week-4',
  title: text('Week 4', '第4周'),
  from: dayOf(CivilDate.parse(from)),
  to: dayOf(CivilDate.parse(from)) + 3,
  hasWindow: true,
  state,
  lacking: null,
})

describe('the line of a series', () => {
  it('joins neighbours, and breaks where a visit between them was missed', () => {
    const points = [drawn(0, 1), drawn(10, 2), drawn(30, 3)]
    const links = linksOf(points, [{ from: 18, to: 22 }])
    expect(links.map(({ before, after }) => [before.at, after.at])).toEqual([[0, 10]])
  })

  it('does not break at a missed visit on whose days something was measured all the same', () => {
    expect(linksOf([drawn(0, 1), drawn(20.4, 2), drawn(40, 3)], [{ from: 20, to: 21 }])).toHaveLength(2)
  })

  it('is weak towards a limit or an unfit specimen, and quiet where the change may be noise', () => {
    const points = [
      drawn(0, 10),
      drawn(1, 20, { comparator: '<' }),
      drawn(2, 30),
      drawn(3, 31, { isWithinVariation: true }),
      drawn(4, 90, { flags: ['specimen'] }),
    ]
    expect(linksOf(points, []).map(({ kind }) => kind)).toEqual(['weak', 'weak', 'within', 'weak'])
  })

  it('marks where another laboratory, examiner, device or breathing phase measured', () => {
    const points = [drawn(0, 1), drawn(1, 1), drawn(2, 1, { flags: ['examiner_changed'] })]
    expect(linksOf(points, []).map(link => link.isMeasuredOtherwise)).toEqual([false, true])
  })
})

describe('the line over a calendar of visits', () => {
  const points = [placed('2026-03-02', 40), placed('2026-03-30', 44), placed('2026-04-27', 50)]

  it('joins neighbours', () => {
    expect(linksOf(points, []).map(({ before, after }) => [before.value, after.value])).toEqual([
      [40, 44],
      [44, 50],
    ])
  })

  it.each(['missed', 'overdue'] as const)('breaks over a visit that is %s', state => {
    const links = linksOf(points, lineBreaks([visit('2026-04-10', state)], 'albumin'))
    expect(links.map(({ after }) => after.value)).toEqual([44])
  })

  it.each(['done', 'planned', 'due'] as const)('does not break over a visit that is %s', state => {
    expect(linksOf(points, lineBreaks([visit('2026-04-10', state)], 'albumin'))).toHaveLength(2)
  })

  it('breaks over a visit that took place without the value, for that series alone', () => {
    const day = dayOf(CivilDate.parse('2026-04-12'))
    const lacking = { from: day, to: day + 1, series: ['albumin' as const] }
    const visits = [{ ...visit('2026-04-10', 'done'), lacking }]
    expect(linksOf(points, lineBreaks(visits, 'albumin'))).toHaveLength(1)
    expect(linksOf(points, lineBreaks(visits, 'inr'))).toHaveLength(2)
  })

  it('does not break at a value that was taken on the days of the visit', () => {
    expect(linksOf(points, lineBreaks([visit('2026-03-29', 'missed')], 'albumin'))).toHaveLength(2)
  })

  it('is weak at a limit and at an unfit specimen, and says a change that may be noise', () => {
    const kind = (change: Partial<Point>) =>
      linksOf([placed('2026-03-02', 40), placed('2026-03-30', 44, change)], [])[0]?.kind
    expect(kind({ comparator: '<' })).toBe('weak')
    expect(kind({ flags: ['specimen'] })).toBe('weak')
    expect(kind({ isWithinVariation: true })).toBe('within')
    expect(kind({})).toBe('plain')
  })

  it('is marked where another laboratory took over', () => {
    const changed = placed('2026-03-30', 44, { flags: ['laboratory_changed'] })
    expect(linksOf([placed('2026-03-02', 40), changed], [])[0]?.isMeasuredOtherwise).toBe(true)
  })
})
