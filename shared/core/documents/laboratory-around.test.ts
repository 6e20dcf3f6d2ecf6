import { describe, expect, it } from 'vitest'
import { CivilDate, dayOf, EventTime } from '../civil-date.ts'
import { Fact } from '../facts/fact.ts'
import { laboratoryAround } from './laboratory-around.ts'

const siteDay = (time: string) => CivilDate.parse(time.slice(0, 10))
const onset = { earliest: dayOf('2026-06-10'), latest: dayOf('2026-06-10') }
const around = {
  onset,
  siteDay,
  today: CivilDate.parse('2026-11-20'),
  firstDose: EventTime.parse('2026-03-02T10:00:00+08:00'),
}

let count = 0
function result(on: string, value: string, more: object = {}) {
  count += 1
  return Fact.parse({
    ...{ id: `result-${count}`, enteredAt: '2026-11-20T09:00:00+08:00', author: 'user-1' },
    source: { kind: 'typed' },
    content: { ...{ kind: 'laboratory', on, value, loinc: '1742-6', unit: 'U/L' }, ...more },
  })
}

const printedOf = (facts: readonly Fact[], more: object = {}) =>
  laboratoryAround(facts, { ...around, ...more }).tests.map(({ abbreviation, values }) => [
    abbreviation,
    values.map(({ printed }) => printed),
  ])

describe('laboratory values around onset', () => {
  it('are those of the 30 days before and after it, oldest first', () => {
    const facts = ['2026-07-11', '2026-07-10', '2026-05-11', '2026-05-10'].map(on => result(on, on.slice(8)))
    expect(printedOf(facts)).toEqual([['ALT', ['11', '10']]])
    expect(laboratoryAround([], around)).toEqual({ from: '2026-05-11', to: '2026-07-10', tests: [] })
  })

  it('end today where the days after onset are not over', () => {
    expect(laboratoryAround([], { ...around, today: CivilDate.parse('2026-06-14') }).to).toBe('2026-06-14')
  })

  it('have the last value before the first dose beside them, on its day only by the clock', () => {
    const facts = [
      result('2026-02-20', '40'),
      result('2026-03-02T09:00:00+08:00', '45'),
      result('2026-03-02T10:30:00+08:00', '50'),
      result('2026-06-10', '61'),
    ]
    const baselineOf = (some: readonly Fact[], more: object = {}) =>
      laboratoryAround(some, { ...around, ...more }).tests[0]?.baseline?.printed
    expect(baselineOf(facts)).toBe('45')
    expect(baselineOf([result('2026-03-02', '45'), ...facts.slice(3)])).toBeUndefined()
    expect(baselineOf(facts, { firstDose: undefined })).toBeUndefined()
  })

  it.each([
    ['51', { low: '9', high: '50' }, undefined, 'high'],
    ['50', { low: '9', high: '50' }, undefined, null],
    ['8', { low: '9', high: '50' }, undefined, 'low'],
    ['9', { low: '9' }, '<', 'low'],
    ['60', { high: '50' }, '<', null],
    ['60', undefined, undefined, null],
  ] as const)('mark %s of %o (%s) as %s', (value, range, comparator, flag) => {
    const more = { ...(range && { range }), ...(comparator && { comparator }) }
    const [test] = laboratoryAround([result('2026-06-10', value, more)], around).tests
    expect(test?.values[0]?.flag).toBe(flag)
  })

  it('put what Lobule knows first, and keep a test that it does not know under its code', () => {
    const unknown = result('2026-06-10', '3', { loinc: '4544-3', unit: '%' })
    const albumin = result('2026-06-10', '34.1', { loinc: '1751-7', unit: 'g/L' })
    const names = printedOf([unknown, albumin]).map(([name]) => name)
    expect(names).toEqual(['ALB', 'LOINC 4544-3'])
  })
})
