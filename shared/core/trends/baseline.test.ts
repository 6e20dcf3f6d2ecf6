import { describe, expect, it } from 'vitest'
import { doseOn, lab, seriesOf, trendSource, trendsOfChart } from '#test/support/trend-charts.ts'
import { dateOf } from '../civil-date.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import { trendsOf } from './trends.ts'

const DAY0 = '2026-06-01'
const shanghaiDay: SiteDay = time => dateOf(Math.floor((Date.parse(time) / 3_600_000 + 8) / 24))
const dosed = doseOn(`${DAY0}T10:00:00+08:00`)

describe('the baseline', () => {
  const facts = [
    dosed,
    lab('alt', '2026-05-01', '40'),
    lab('alt', '2026-05-20', '20', { comparator: '<' }),
    lab('alt', '2026-05-25', '99', { specimenCondition: 'haemolysed' }),
    lab('alt', `${DAY0}T08:00:00+08:00`, '50'),
    lab('alt', `${DAY0}T10:00:00+08:00`, '70'),
    lab('alt', DAY0, '80'),
    lab('alt', '2026-06-02', '90'),
  ]
  const baselineOf = (choices?: Parameters<typeof trendsOfChart>[0]['choices']) =>
    seriesOf(trendsOfChart({ facts, ...(choices && { choices }) }), 'alanine_aminotransferase').baseline

  it('is none until the site chose how it is taken', () => expect(baselineOf()).toBeNull())

  it.each([
    ['the mean of what was measured before the infusion began', { rule: 'mean' }, 45, 2],
    ['the last of it', { rule: 'last' }, 50, 1],
    ['the mean of the days that the site allows', { rule: 'mean', withinDays: 7 }, 50, 1],
  ] as const)('is %s', (_what, baseline, value, count) => {
    expect(baselineOf({ baseline })).toMatchObject({ value, count, to: DAY0 })
  })

  it('takes nothing of the day of a dose whose hour is not known', () => {
    const choices = { baseline: { rule: 'mean' } } as const
    const trends = trendsOfChart({ choices, facts: [doseOn(DAY0), ...facts.slice(1)] })
    expect(seriesOf(trends, 'alanine_aminotransferase').baseline).toMatchObject({ value: 40, count: 1 })
  })

  it('is none where the last value is only known to lie below a limit: an older one is not the last', () => {
    const choices = { baseline: { rule: 'last' } } as const
    const trends = trendsOfChart({ choices, facts: facts.slice(0, 4) })
    expect(seriesOf(trends, 'alanine_aminotransferase').baseline).toBeNull()
  })

  it('takes nothing of the day of a dose by the date that another time zone had', () => {
    const choices = { baseline: { rule: 'last' } } as const
    const source = trendSource({
      choices,
      facts: [doseOn(DAY0), lab('alt', '2026-05-01', '40'), lab('alt', '2026-05-31T23:30:00Z', '90')],
    })
    const trends = trendsOf({ ...source, siteDay: shanghaiDay })
    expect(seriesOf(trends, 'alanine_aminotransferase').baseline).toMatchObject({ value: 40 })
  })
})
