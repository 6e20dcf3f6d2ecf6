import { describe, expect, it } from 'vitest'
import { eligibleChart, emptyChart, noneOf, notKnown } from '#test/support/chart-builder.ts'
import { itSays, unchosen } from '#test/support/criterion-table.ts'
import { prepared } from '#test/support/protocols.ts'
import { CivilDate } from '../civil-date.ts'
import { verdictOn } from './index.ts'

const chart = eligibleChart()
const bornOn = (birthDate: string | undefined) => chart.person({ birthDate })

describe('the candidate of these tables', () => {
  it('is eligible under every reading, so that each table changes one thing', () => {
    const { verdict, outcomes } = verdictOn(chart.index(), prepared(), CivilDate.parse('2026-11-22'))
    expect(new Set(outcomes)).toEqual(new Set(['satisfied']))
    expect(verdict).toBe('eligible')
  })

  it('without any fact has nothing satisfied but the age', () => {
    const { verdict, outcomes } = verdictOn(emptyChart().index(), prepared(), CivilDate.parse('2026-11-22'))
    expect(verdict).toBe('undetermined')
    expect(outcomes.filter(outcome => outcome === 'satisfied')).toHaveLength(2)
    expect(outcomes.at(-1)).toBe('needs_judgement')
  })
})

const elapsed = { 'age-more-than-60': 'elapsed_time' }
const nextDay = { 'month-end': 'next_day' }

describe('age', () => {
  for (const [criterion, inside, outside] of [
    ['i1', 'satisfied', 'violated'],
    ['e1', 'satisfied', 'violated'],
  ] as const) {
    itSays(criterion, [
      ['20 today', bornOn('2006-11-22'), inside],
      ['20 tomorrow', bornOn('2006-11-23'), outside],
      ['60 today', bornOn('1966-11-22'), inside],
      ['60 today', bornOn('1966-11-22'), inside, elapsed],
      ['60 since yesterday', bornOn('1966-11-21'), inside],
      ['60 since yesterday', bornOn('1966-11-21'), outside, elapsed],
      ['61 tomorrow', bornOn('1965-11-23'), inside],
      ['61 today', bornOn('1965-11-22'), outside],
      ['born on 29 February, 20 on the day before', bornOn('2004-02-29'), outside, {}, '2024-02-28'],
      ['born on 29 February, 20 on the day', bornOn('2004-02-29'), inside, nextDay, '2024-02-29'],
      ['born on 29 February, the last day at 60', bornOn('1968-02-29'), inside, {}, '2029-02-27'],
      ['born on 29 February, 61 on 28 February', bornOn('1968-02-29'), outside, {}, '2029-02-28'],
      ['born on 29 February, not yet 61 on 28 February', bornOn('1968-02-29'), inside, nextDay, '2029-02-28'],
      ['born on 29 February, 61 on 1 March', bornOn('1968-02-29'), outside, nextDay, '2029-03-01'],
      ['born on 29 February, 60 elapsed', bornOn('1968-02-29'), inside, elapsed, '2028-02-29'],
      ['born on 29 February, 60 and a day elapsed', bornOn('1968-02-29'), outside, elapsed, '2028-03-01'],
      ['birth date not charted', bornOn(undefined), 'unknown'],
      ['birth month known, all of it at least 20', bornOn('2006-10'), inside],
      ['birth month known, part of it 20', bornOn('2006-11'), 'unknown'],
      ['birth month known, none of it 20', bornOn('2006-12'), outside],
      ['birth year known, part of it 61', bornOn('1965'), 'unknown'],
      ['birth year known, all of it at most 60', bornOn('1966'), inside],
      ['birth year known, part of it past the 60th birthday', bornOn('1966'), 'unknown', elapsed],
      ['birth year known, all of it past 60', bornOn('1964'), outside, elapsed],
    ])
  }

  it('is unknown while the meaning of "more than 60" is not chosen and matters', () => {
    expect(unchosen('e1', bornOn('1966-11-21'))).toBe('unknown')
    expect(unchosen('e1', bornOn('1966-11-22'))).toBe('satisfied')
    expect(unchosen('e1', bornOn('1965-11-22'))).toBe('violated')
  })
})

const since = (kind: 'cirrhosis' | 'decompensation' | 'hepatitis_b', from?: string, to = 'ongoing') =>
  chart.about(kind, { kind, ...(from !== undefined && { from }), to })
const course = (of: string) => ({ 'course-of': of })

describe('decompensated cirrhosis for more than 5 years', () => {
  itSays('i2', [
    ['cirrhosis for 5 years and a day', since('cirrhosis', '2021-11-21'), 'satisfied'],
    ['cirrhosis for exactly 5 years', since('cirrhosis', '2021-11-22'), 'violated'],
    ['cirrhosis for 5 years all but a day', since('cirrhosis', '2021-11-23'), 'violated'],
    [
      'decompensated for exactly 5 years',
      since('decompensation', '2021-11-22'),
      'violated',
      course('decompensation'),
    ],
    [
      'decompensated for longer',
      since('decompensation', '2021-11-21'),
      'satisfied',
      course('decompensation'),
    ],
    [
      'hepatitis B for exactly 5 years',
      since('hepatitis_b', '2021-11-22'),
      'violated',
      course('hepatitis_b'),
    ],
    [
      'hepatitis B since a month that ends before',
      since('hepatitis_b', '2021-10'),
      'satisfied',
      course('hepatitis_b'),
    ],
    ['cirrhosis since a month that straddles', since('cirrhosis', '2021-11'), 'unknown'],
    ['cirrhosis since a year that straddles', since('cirrhosis', '2021'), 'unknown'],
    ['cirrhosis since a year before', since('cirrhosis', '2020'), 'satisfied'],
    ['cirrhosis since a year after', since('cirrhosis', '2022'), 'violated'],
    ['29 February, the last day of 5 years', since('cirrhosis', '2020-02-29'), 'violated', {}, '2025-02-28'],
    ['29 February, past 5 years', since('cirrhosis', '2020-02-29'), 'satisfied', {}, '2025-03-01'],
    ['29 February, next-day rule', since('cirrhosis', '2020-02-29'), 'violated', nextDay, '2025-03-01'],
    [
      '29 February, next-day rule, past',
      since('cirrhosis', '2020-02-29'),
      'satisfied',
      nextDay,
      '2025-03-02',
    ],
    ['start of cirrhosis not known', since('cirrhosis'), 'unknown'],
    ['cirrhosis never charted', chart.without('cirrhosis'), 'unknown'],
    ['cirrhosis asked in vain', chart.about('cirrhosis', notKnown('cirrhosis', 'unknown')), 'unknown'],
    ['cirrhosis excluded', chart.about('cirrhosis', noneOf('cirrhosis')), 'violated'],
    ['hepatitis B excluded', chart.about('hepatitis_b', noneOf('hepatitis_b')), 'violated'],
    [
      'hepatitis B excluded for a part of life',
      chart.about('hepatitis_b', noneOf('hepatitis_b', '2020-01-01')),
      'unknown',
    ],
    [
      'a short course, another asked in vain',
      since('cirrhosis', '2022').with(notKnown('cirrhosis', 'unknown')),
      'unknown',
    ],
    ['decompensation not charted', chart.without('decompensation'), 'unknown'],
    ['recompensated, "now"', since('decompensation', '2015', '2026-11-21'), 'unknown'],
    [
      'recompensated and shown to be, "now"',
      since('decompensation', '2015', '2026-11-21').with(
        noneOf('decompensation', '2026-11-22', '2026-11-22'),
      ),
      'violated',
    ],
    [
      'recompensated, "ever"',
      since('decompensation', '2015', '2026-11-21'),
      'satisfied',
      { 'decompensated-when': 'ever' },
    ],
    [
      'decompensated, end not charted',
      chart.about('decompensation', { kind: 'decompensation', from: '2015' }),
      'unknown',
    ],
    [
      'hepatitis B and cirrhosis charted without any date',
      chart.about('hepatitis_b', { kind: 'hepatitis_b' }),
      'satisfied',
    ],
  ])

  it('is unknown while the course meant is not chosen and matters', () => {
    expect(unchosen('i2', since('decompensation', '2023-01-01'))).toBe('unknown')
    expect(unchosen('i2', since('decompensation', '2015-01-01'))).toBe('satisfied')
  })
})
