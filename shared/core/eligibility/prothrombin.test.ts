import { describe, expect, it } from 'vitest'
import { type Content, eligibleChart, notKnown, prothrombinTime } from '#test/support/chart-builder.ts'
import { itSays, unchosen } from '#test/support/criterion-table.ts'
import { firstChoices, outcomeOf, prepared } from '#test/support/protocols.ts'

const chart = eligibleChart().without('laboratory')
const protocol = prepared(firstChoices)

/** Tenths of a second as printed. */
const printed = (tenths: number) => `${Math.floor(tenths / 10)}.${tenths % 10}`
const controls = Array.from({ length: 61 }, (_, step) => 100 + step)

describe('prothrombin time prolonged by more than 3 seconds', () => {
  it.each(controls)('keeps 2.9 and 3.0 s and excludes 3.1 s over a control of %i tenths', control => {
    const outcomes = [29, 30, 31].map(more => {
      const measured = prothrombinTime(printed(control + more), printed(control))
      return outcomeOf(chart.with(measured).index(), protocol, 'e6', '2026-11-22')
    })
    expect(outcomes).toEqual(['satisfied', 'satisfied', 'violated'])
  })

  const censored = (comparator: '<' | '<=' | '>=' | '>', value: string): Content => ({
    kind: 'laboratory',
    on: '2026-11-20',
    loinc: '5902-2',
    value,
    comparator,
    unit: 's',
    control: '13.1',
  })
  const against = (high: string | undefined, value = '17.6', control = '13.1'): Content => ({
    kind: 'laboratory',
    on: '2026-11-20',
    loinc: '5902-2',
    value,
    unit: 's',
    control,
    ...(high !== undefined && { range: { high } }),
  })
  const upper = { 'pt-reference': 'upper_limit' }
  const every = { 'laboratory-counts': 'every_value' }
  const age = (limit: string) => ({ 'laboratory-age': limit })
  const good = (on: string) => prothrombinTime('14.0', '13.1', on)
  const long = (on: string) => prothrombinTime('17.0', '13.1', on)
  const asked = (on: string): Content =>
    ({ ...notKnown('laboratory', 'unknown', on), analyte: 'prothrombin_time' }) as Content

  itSays('e6', [
    ['never measured', chart, 'unknown'],
    ['asked in vain', chart.with(asked('2026-11-20')), 'unknown'],
    ['no control', chart.with(prothrombinTime('17.0', undefined)), 'unknown'],
    ['"< 16.1" over 13.1', chart.with(censored('<', '16.1')), 'satisfied'],
    ['"<= 16.1" over 13.1', chart.with(censored('<=', '16.1')), 'satisfied'],
    ['"<= 16.2" over 13.1: may be 16.2', chart.with(censored('<=', '16.2')), 'unknown'],
    ['"> 16.1" over 13.1', chart.with(censored('>', '16.1')), 'violated'],
    ['">= 16.1" over 13.1: may be 16.1', chart.with(censored('>=', '16.1')), 'unknown'],
    ['">= 16.2" over 13.1', chart.with(censored('>=', '16.2')), 'violated'],
    ['"> 14.0" over 13.1', chart.with(censored('>', '14.0')), 'unknown'],
    ['17.6 over an upper limit of 14.6', chart.with(against('14.6')), 'satisfied', upper],
    ['17.6 over a control of 13.1', chart.with(against('14.6')), 'violated'],
    ['17.6 over an upper limit of 14.5', chart.with(against('14.5')), 'violated', upper],
    ['no printed range', chart.with(against(undefined)), 'unknown', upper],
    ['the latest counts', chart.with(long('2026-11-01'), good('2026-11-20')), 'satisfied'],
    ['the latest counts', chart.with(good('2026-11-01'), long('2026-11-20')), 'violated'],
    ['every one counts', chart.with(long('2026-11-01'), good('2026-11-20')), 'violated', every],
    [
      'every one that is young enough counts',
      chart.with(long('2026-11-01'), good('2026-11-20')),
      'satisfied',
      { ...every, ...age('days_14') },
    ],
    ['two of one day, no times', chart.with(good('2026-11-20'), long('2026-11-20')), 'unknown'],
    [
      'two of one day that agree',
      chart.with(good('2026-11-20'), prothrombinTime('13.5', '13.1')),
      'satisfied',
    ],
    [
      'two of one day, the later good',
      chart.with(good('2026-11-20T16:00:00+08:00'), long('2026-11-20T07:00:00+08:00')),
      'satisfied',
    ],
    [
      'two of one day, the later long',
      chart.with(good('2026-11-20T07:00:00+08:00'), long('2026-11-20T16:00:00+08:00')),
      'violated',
    ],
    [
      'two of one day, one without time',
      chart.with(good('2026-11-20T07:00:00+08:00'), long('2026-11-20')),
      'unknown',
    ],
    [
      'the later by its offset, not by its clock',
      chart.with(good('2026-11-20T09:00:00+08:00'), long('2026-11-20T08:30:00+02:00')),
      'violated',
    ],
    [
      'a good one and one of a month that may be later',
      chart.with(good('2026-11-10'), long('2026-11')),
      'unknown',
    ],
    ['a good one and one of an earlier month', chart.with(good('2026-11-10'), long('2026-10')), 'satisfied'],
    ['a good one, then asked in vain', chart.with(good('2026-11-10'), asked('2026-11-15')), 'unknown'],
    [
      'a good one and asked in vain on one day',
      chart.with(good('2026-11-15'), asked('2026-11-15')),
      'unknown',
    ],
    ['one of this month, before it is over', chart.with(good('2026-11')), 'unknown', {}, '2026-11-20'],
    ['one of this month, on the day of entry', chart.with(good('2026-11')), 'satisfied'],
    ['asked in vain, then a good one', chart.with(good('2026-11-16'), asked('2026-11-15')), 'satisfied'],
    [
      'every one counts, one asked in vain',
      chart.with(good('2026-11-16'), asked('2026-11-15')),
      'unknown',
      every,
    ],
    ['28 days old', chart.with(good('2026-10-25')), 'satisfied', age('days_28')],
    ['29 days old', chart.with(good('2026-10-24')), 'unknown', age('days_28')],
    ['14 days old', chart.with(good('2026-11-08')), 'satisfied', age('days_14')],
    ['15 days old', chart.with(good('2026-11-07')), 'unknown', age('days_14')],
    ['7 days old', chart.with(good('2026-11-15')), 'satisfied', age('days_7')],
    ['8 days old', chart.with(good('2026-11-14')), 'unknown', age('days_7')],
    ['years old', chart.with(good('2019')), 'satisfied'],
    ['measured tomorrow', chart.with(good('2026-11-20')), 'unknown', {}, '2026-11-19'],
  ])

  it('is unknown while the reference is not chosen and matters', () => {
    expect(unchosen('e6', chart.with(against('14.6')))).toBe('unknown')
    expect(unchosen('e6', chart.with(against('14.5')))).toBe('violated')
    expect(unchosen('e6', chart.with(against('14.6', '15.0')))).toBe('satisfied')
  })

  it('counts no other analyte', () => {
    const inr: Content = {
      kind: 'laboratory',
      on: '2026-11-20',
      loinc: '6301-6',
      value: '3.9',
      unit: '{INR}',
    }
    expect(unchosen('e6', chart.with(inr))).toBe('unknown')
  })
})
