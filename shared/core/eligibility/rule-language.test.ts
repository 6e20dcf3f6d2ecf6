import { describe, expect, it } from 'vitest'
import {
  type ChartBuilder,
  type Content,
  emptyChart,
  LAST_ENTRY,
  noneOf,
} from '#test/support/chart-builder.ts'
import { nct05106972 } from '#test/support/protocols.ts'
import { syntheticCriteria, syntheticReadings } from '#test/support/synthetic-criteria.ts'
import { dayOf } from '../civil-date.ts'
import { Condition } from '../protocol/condition.ts'
import { Criterion } from '../protocol/criterion.ts'
import { criterionOn, prepareCriterion } from './criterion.ts'
import { evaluate } from './evaluate.ts'

/** What a condition says of a chart on a day. */
function truthOf(condition: unknown, chart: ChartBuilder, on: string = LAST_ENTRY, dose?: string): string {
  const anchors = dose === undefined ? {} : { dose: dayOf(dose) }
  const setting = { chart: chart.index(), protocol: nct05106972.id, choices: {}, day: dayOf(on), anchors }
  return evaluate(Condition.parse(condition), setting).truth
}

const chart = emptyChart()

describe('an event within months before registration', () => {
  const within = (monthEnd: string, farthestDay = 'within') => ({
    kind: 'event',
    event: { topic: 'tips' },
    when: {
      kind: 'within',
      period: { amount: 6, unit: 'month' },
      farthestDay,
      anchor: 'registration',
      monthEnd,
    },
  })
  const placed = (on: string) => chart.with(noneOf('tips'), { kind: 'tips', on })

  it.each([
    ['2026-05-22', 'last_day', 'within', 'true'],
    ['2026-05-22', 'last_day', 'outside', 'false'],
    ['2026-05-21', 'last_day', 'within', 'false'],
    ['2026-05-23', 'last_day', 'outside', 'true'],
  ])('on %s, %s, day %s: %s', (on, monthEnd, farthestDay, expected) => {
    expect(truthOf(within(monthEnd, farthestDay), placed(on))).toBe(expected)
  })

  it.each([
    ['last_day', '2026-02-28', 'true'],
    ['next_day', '2026-02-28', 'false'],
    ['next_day', '2026-03-01', 'true'],
  ])('with months that end on the %s: 6 months before 31 August, on %s: %s', (monthEnd, on, expected) => {
    expect(truthOf(within(monthEnd), placed(on), '2026-08-31')).toBe(expected)
  })
})

describe('an event before the dose', () => {
  const beforeDose = {
    kind: 'event',
    event: { topic: 'albumin_infusion' },
    when: { kind: 'within', period: { amount: 1, unit: 'week' }, farthestDay: 'within', anchor: 'dose' },
  }
  const infused = chart.with({ kind: 'albumin_infusion', on: '2026-11-14' })

  it('is unknown until the date of the dose is known', () => {
    expect(truthOf(beforeDose, infused)).toBe('unknown')
    expect(truthOf(beforeDose, infused, LAST_ENTRY, '2026-11-21')).toBe('true')
    expect(truthOf(beforeDose, infused.with(noneOf('albumin_infusion')), LAST_ENTRY, '2026-11-22')).toBe(
      'false',
    )
  })
})

describe('a state that a patient has once at a time', () => {
  const when = {
    kind: 'within',
    period: { amount: 3, unit: 'week' },
    farthestDay: 'within',
    anchor: 'registration',
  }
  const needed = {
    kind: 'event',
    event: { topic: 'hypersplenism', where: [{ attribute: 'needsSplenectomy', in: ['yes'] }] },
    when,
    onlyOne: true,
  }
  const since = (from: string): Content => ({
    kind: 'hypersplenism',
    from,
    to: 'ongoing',
    needsSplenectomy: 'no',
  })

  it('answers for a period only where it fills all of it', () => {
    expect(truthOf(needed, chart.with(since('2026-11-01')))).toBe('false')
    expect(truthOf(needed, chart.with(since('2026-11-02')))).toBe('unknown')
    expect(truthOf(needed, chart.with(since('2026-11')))).toBe('unknown')
    expect(truthOf({ ...needed, when: { kind: 'ever' } }, chart.with(since('2026-11-01')))).toBe('unknown')
  })
})

describe('several results of 10 days', () => {
  const low = (counts: string) => ({
    kind: 'quantity',
    quantity: { kind: 'analyte', analyte: 'albumin' },
    compare: 'lt',
    limit: '28',
    unit: 'g/L',
    maximumAge: { amount: 10, unit: 'day' },
    counts,
  })
  const albumin = (value: string, unit: string, on: string): Content => ({
    kind: 'laboratory',
    loinc: '1751-7',
    on,
    value,
    unit,
  })
  const both = chart.with(albumin('2.79', 'g/dL', '2026-11-12'), albumin('28', 'g/L', '2026-11-20'))

  it('count as the latest, as any or as every one, in any unit that converts', () => {
    expect(['latest', 'any', 'every'].map(counts => truthOf(low(counts), both))).toEqual([
      'false',
      'true',
      'false',
    ])
    const older = both.with(albumin('20', 'g/L', '2026-11-11'))
    expect(
      truthOf(low('every'), older.without('laboratory').with(albumin('27.9', 'g/L', '2026-11-12'))),
    ).toBe('true')
    expect(
      truthOf(low('any'), chart.with(albumin('20', 'g/L', '2026-11-11'), albumin('28', 'g/L', '2026-11-12'))),
    ).toBe('false')
  })

  it('are unknown in a unit that does not convert', () => {
    expect(truthOf(low('latest'), chart.with(albumin('410', 'umol/L', '2026-11-20')))).toBe('unknown')
  })
})

describe('what is never counted', () => {
  it('is false, its opposite true, whatever is charted', () => {
    expect(truthOf({ kind: 'never' }, chart)).toBe('false')
    expect(truthOf({ kind: 'not', of: { kind: 'never' } }, chart)).toBe('true')
  })
})

describe('readings that are not chosen', () => {
  const tips = { kind: 'event', event: { topic: 'tips' }, when: { kind: 'now' } }
  const cases = { yes: { kind: 'never' }, no: tips }
  const [base] = syntheticCriteria
  const criterion = Criterion.parse({ ...base, condition: { kind: 'by_reading', reading: 'strict', cases } })
  const prepared = prepareCriterion(criterion, syntheticReadings, {})
  const on = (content: Content, day: string) =>
    criterionOn(
      prepared,
      { chart: chart.with(content).index(), protocol: nct05106972.id, anchors: {} },
      dayOf(day),
    )

  it('that agree rest on what each of them rests on, renewals included', () => {
    const finding = on(noneOf('tips'), '2026-11-23')
    expect(finding).toMatchObject({ outcome: 'satisfied', assumesRenewal: true, alternatives: [] })
    expect(finding.facts.map(({ content }) => content.kind)).toEqual(['negative_finding'])
  })

  it('that differ are unknown, and each outcome is shown', () => {
    const finding = on({ kind: 'tips', on: '2026-11-22' }, '2026-11-22')
    expect(finding.outcome).toBe('unknown')
    expect(finding.alternatives.map(({ alternative, outcomes }) => [alternative, outcomes])).toEqual([
      ['yes', ['satisfied']],
      ['no', ['violated']],
    ])
  })
})
