import { describe, expect, it } from 'vitest'
import { type Content, eligibleChart, noneOf, notKnown } from '#test/support/chart-builder.ts'
import { itSays, unchosen } from '#test/support/criterion-table.ts'

const chart = eligibleChart()

describe('albumin in the last 3 weeks', () => {
  const infused = (on: string, covered = true) =>
    (covered ? chart : chart.without('albumin_infusion')).with({ kind: 'albumin_infusion', on, grams: '20' })
  const denied = (from: string, to = '2026-11-22') =>
    chart.about('albumin_infusion', noneOf('albumin_infusion', to, from))
  const outside = { 'window-boundary': 'outside' }
  itSays('e7', [
    ['20 days ago', infused('2026-11-02'), 'violated', outside],
    ['21 days ago', infused('2026-11-01'), 'violated'],
    ['21 days ago', infused('2026-11-01'), 'satisfied', outside],
    ['22 days ago', infused('2026-10-31'), 'satisfied'],
    ['today', infused('2026-11-22'), 'violated'],
    ['22 days ago, none denied since', infused('2026-10-31', false), 'unknown'],
    ['this month: every day of it up to the entry is within', infused('2026-11'), 'violated'],
    ['this month: its first day is not', infused('2026-11'), 'unknown', outside],
    ['this month: its first day is not', infused('2026-11'), 'unknown', {}, '2026-11-23'],
    ['in a month that ended before', infused('2026-10'), 'satisfied'],
    ['in a year that straddles', infused('2026'), 'unknown'],
    ['denied for exactly the window', denied('2026-11-01'), 'satisfied'],
    ['denied from the second day of the window on', denied('2026-11-02'), 'unknown'],
    ['denied from the second day of the window on', denied('2026-11-02'), 'satisfied', outside],
    ['denied up to yesterday', denied('2026-10-01', '2026-11-21'), 'unknown'],
    [
      'denied yesterday up to yesterday, renewed tomorrow',
      chart
        .without('albumin_infusion')
        .chartedOn('2026-11-21', noneOf('albumin_infusion', '2026-11-21', '2026-10-01')),
      'satisfied',
      {},
      '2026-11-23',
    ],
    [
      'denied today up to yesterday only: a span that had closed is not renewed',
      denied('2026-10-01', '2026-11-21'),
      'unknown',
      {},
      '2026-11-23',
    ],
    [
      'denied, but albumin is charted as a medication of these days',
      chart.with({
        kind: 'concomitant_medication',
        name: 'human albumin',
        atc: 'B05AA01',
        from: '2026-11-15',
        to: '2026-11-16',
      }),
      'unknown',
    ],
    ['denied since a month that reaches into the window', denied('2026-11'), 'unknown'],
    ['denied since a month before the window', denied('2026-10'), 'satisfied'],
    ['denied up to this month, no day of it certain', denied('2026-10-01', '2026-11'), 'unknown'],
    [
      'denied in two spans that meet',
      denied('2026-10-01', '2026-11-10').with(noneOf('albumin_infusion', '2026-11-22', '2026-11-11')),
      'satisfied',
    ],
    [
      'denied in two spans with a day between',
      denied('2026-10-01', '2026-11-10').with(noneOf('albumin_infusion', '2026-11-22', '2026-11-12')),
      'unknown',
    ],
    ['not asked', chart.without('albumin_infusion'), 'unknown'],
    ['asked in vain', chart.about('albumin_infusion', notKnown('albumin_infusion', 'unknown')), 'unknown'],
    [
      '"not applicable" is no answer',
      chart.about('albumin_infusion', notKnown('albumin_infusion', 'not_applicable')),
      'unknown',
    ],
    [
      'denied, then asked in vain: nothing to renew',
      denied('2026-10-01', '2026-11-10').with(notKnown('albumin_infusion', 'unknown', '2026-11-20')),
      'unknown',
      {},
      '2026-11-23',
    ],
  ])

  it('is unknown while the boundary is not chosen, on that day only', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-02']
    expect(days.map(day => unchosen('e7', infused(day)))).toEqual(['satisfied', 'unknown', 'violated'])
  })
})

describe('significant upper gastrointestinal bleeding in the last 4 weeks', () => {
  const bled = (from: string, to: string | undefined, clinicallySignificant?: 'yes' | 'no') =>
    chart.with({
      kind: 'upper_gi_bleeding',
      from,
      ...(to !== undefined && { to }),
      ...(clinicallySignificant && { clinicallySignificant }),
    })
  const outside = { 'window-boundary': 'outside' }
  itSays('e8', [
    ['ended 27 days ago', bled('2026-10-01', '2026-10-26', 'yes'), 'violated', outside],
    ['ended 28 days ago', bled('2026-10-01', '2026-10-25', 'yes'), 'violated'],
    ['ended 28 days ago', bled('2026-10-01', '2026-10-25', 'yes'), 'satisfied', outside],
    ['ended 29 days ago', bled('2026-10-01', '2026-10-24', 'yes'), 'satisfied'],
    ['began before and still bleeding', bled('2026-01-01', 'ongoing', 'yes'), 'violated'],
    ['began before, end not charted', bled('2026-01-01', undefined, 'yes'), 'unknown'],
    ['began within, end not charted', bled('2026-11-10', undefined, 'yes'), 'violated'],
    ['within, not significant', bled('2026-11-10', '2026-11-11', 'no'), 'satisfied'],
    ['within, not judged', bled('2026-11-10', '2026-11-11'), 'needs_judgement'],
    [
      'possibly within and not judged: the missing date outranks the judgement',
      bled('2026-01-01', undefined),
      'unknown',
    ],
    ['one day in October', bled('2026-10', '2026-10', 'yes'), 'unknown'],
    ['one day in September', bled('2026-09', '2026-09', 'yes'), 'satisfied'],
    ['not asked', chart.without('upper_gi_bleeding'), 'unknown'],
    ['asked in vain', chart.about('upper_gi_bleeding', notKnown('upper_gi_bleeding', 'unknown')), 'unknown'],
    [
      'one insignificant bleeding charted, no list complete',
      bled('2026-11-10', '2026-11-11', 'no').without('upper_gi_bleeding').with({
        kind: 'upper_gi_bleeding',
        from: '2026-11-10',
        to: '2026-11-11',
        clinicallySignificant: 'no',
      }),
      'unknown',
    ],
    [
      'one significant, one not judged',
      bled('2026-11-10', '2026-11-11').with({
        kind: 'upper_gi_bleeding',
        from: '2026-11-12',
        to: '2026-11-12',
        clinicallySignificant: 'yes',
      }),
      'violated',
    ],
  ])
})

describe('spontaneous peritonitis', () => {
  const peritonitis = (from: string, to: string) => chart.with({ kind: 'spontaneous_peritonitis', from, to })
  const ever = { 'peritonitis-when': 'ever' }
  const deniedToday = chart.about(
    'spontaneous_peritonitis',
    noneOf('spontaneous_peritonitis', '2026-11-22', '2026-11-22'),
  )
  itSays('e9', [
    ['now', peritonitis('2026-11-20', 'ongoing'), 'violated'],
    ['ended today', peritonitis('2026-11-10', '2026-11-22'), 'violated'],
    ['ended yesterday', peritonitis('2026-11-10', '2026-11-21'), 'satisfied'],
    ['ended yesterday', peritonitis('2026-11-10', '2026-11-21'), 'violated', ever],
    ['denied today only', deniedToday, 'satisfied'],
    ['denied today only', deniedToday, 'unknown', ever],
    ['not asked', chart.without('spontaneous_peritonitis'), 'unknown'],
  ])

  it('is unknown while "now" or "ever" is not chosen and matters', () => {
    expect(unchosen('e9', peritonitis('2026-11-10', '2026-11-21'))).toBe('unknown')
    expect(unchosen('e9', peritonitis('2026-11-10', 'ongoing'))).toBe('violated')
  })
})

describe('active infection', () => {
  type Organism = 'viral' | 'bacterial' | 'fungal' | 'unidentified'
  const infected = (type: Organism, to: string | undefined = 'ongoing') =>
    chart.with({ kind: 'infection', type, from: '2026-11-10', to })
  const asked = (types: string[]) =>
    chart.about('infection', noneOf('infection', '2026-11-22', '2026-11-01', types))
  const viraemia = (value: string, comparator?: '<' | '>', on = '2026-11-20') => {
    const sign = comparator === undefined ? {} : { comparator }
    const result: Content = { kind: 'laboratory', on, loinc: '42595-9', value, unit: '[IU]/mL', ...sign }
    return chart.without('laboratory').with(result)
  }
  const narrow = { 'infection-fungal': 'does_not_count', 'infection-unidentified': 'does_not_count' }
  const counted = { 'hbv-as-infection': 'counted' }
  itSays('e10', [
    ['viral', infected('viral'), 'violated', narrow],
    ['bacterial', infected('bacterial'), 'violated', narrow],
    ['fungal', infected('fungal'), 'violated'],
    ['fungal', infected('fungal'), 'satisfied', narrow],
    ['unidentified', infected('unidentified'), 'violated'],
    ['unidentified', infected('unidentified'), 'satisfied', narrow],
    ['bacterial, ended yesterday', infected('bacterial', '2026-11-21'), 'satisfied'],
    ['not asked', chart.without('infection'), 'unknown'],
    ['only viruses and bacteria asked about', asked(['viral', 'bacterial']), 'unknown'],
    ['only viruses and bacteria asked about', asked(['viral', 'bacterial']), 'satisfied', narrow],
    ['only bacteria asked about', asked(['bacterial']), 'unknown', narrow],
    ['viraemic', viraemia('1500'), 'satisfied'],
    ['viraemic', viraemia('1500'), 'violated', counted],
    ['no HBV DNA', viraemia('0'), 'satisfied', counted],
    ['below the detection limit: 0 or more', viraemia('20', '<'), 'unknown', counted],
    ['above the upper limit', viraemia('170000000', '>'), 'violated', counted],
    ['HBV DNA not measured', chart.without('laboratory'), 'unknown', counted],
    ['HBV DNA not measured', chart.without('laboratory'), 'satisfied'],
    [
      'viraemic 15 days ago',
      viraemia('1500', undefined, '2026-11-07'),
      'unknown',
      { ...counted, 'laboratory-age': 'days_14' },
    ],
    [
      'viraemic 14 days ago',
      viraemia('1500', undefined, '2026-11-08'),
      'violated',
      { ...counted, 'laboratory-age': 'days_14' },
    ],
  ])

  it('is unknown while viraemia is not ruled on and matters', () => {
    expect(unchosen('e10', viraemia('1500'))).toBe('unknown')
    expect(unchosen('e10', viraemia('0'))).toBe('satisfied')
    expect(unchosen('e10', infected('viral'))).toBe('violated')
  })
})
