import { describe, expect, it } from 'vitest'
import { type Content, eligibleChart, noneOf, notKnown } from '#test/support/chart-builder.ts'
import { itSays, unchosen } from '#test/support/criterion-table.ts'

const chart = eligibleChart()
const nextDay = { 'month-end': 'next_day' }

const assessed = (...found: Record<string, string>[]) =>
  chart.about(
    'transplant_assessment',
    ...found.map((part): Content => ({ kind: 'transplant_assessment', on: '2026-11-20', ...part })),
  )
const on = (day: string) => ({ on: day, suitability: 'unsuitable', donorLiver: 'available' })
const fresh = (age: string) => ({ 'examination-age': age })

describe('transplantation', () => {
  itSays('i3', [
    ['unsuitable, a donor liver is there', assessed(on('2026-11-20')), 'satisfied'],
    ['suitable, no donor liver', assessed({ suitability: 'suitable', donorLiver: 'none' }), 'satisfied'],
    [
      'suitable, a donor liver is there',
      assessed({ suitability: 'suitable', donorLiver: 'available' }),
      'violated',
    ],
    ['suitability not judged, no donor liver', assessed({ donorLiver: 'none' }), 'satisfied'],
    [
      'suitability not judged, a donor liver is there',
      assessed({ donorLiver: 'available' }),
      'needs_judgement',
    ],
    ['neither charted: the missing fact outranks the judgement', assessed({}), 'unknown'],
    ['unsuitable, donor not charted', assessed({ suitability: 'unsuitable' }), 'satisfied'],
    ['suitable, donor not charted', assessed({ suitability: 'suitable' }), 'unknown'],
    ['never assessed', chart.without('transplant_assessment'), 'unknown'],
    ['assessed 28 days ago', assessed(on('2026-10-25')), 'satisfied', fresh('days_28')],
    ['assessed 29 days ago', assessed(on('2026-10-24')), 'unknown', fresh('days_28')],
    ['assessed 14 days ago', assessed(on('2026-11-08')), 'satisfied', fresh('days_14')],
    ['assessed 15 days ago', assessed(on('2026-11-07')), 'unknown', fresh('days_14')],
    ['assessed 7 days ago', assessed(on('2026-11-15')), 'satisfied', fresh('days_7')],
    ['assessed 8 days ago', assessed(on('2026-11-14')), 'unknown', fresh('days_7')],
    ['assessed in a month that straddles the limit', assessed(on('2026-10')), 'unknown', fresh('days_28')],
    ['assessed years ago', assessed(on('2019')), 'satisfied'],
    [
      'assessed in vain since',
      assessed(on('2026-11-10')).with(notKnown('transplant_assessment', 'unknown')),
      'unknown',
    ],
  ])

  it('is unknown while its age limit is not chosen and matters', () => {
    expect(unchosen('i3', assessed(on('2026-11-14')))).toBe('unknown')
    expect(unchosen('i3', assessed(on('2026-11-15')))).toBe('satisfied')
  })
})

describe('bleeding tendency and active bleeding', () => {
  itSays('i4', [
    ['neither, asked today', chart, 'satisfied'],
    [
      'active bleeding today',
      chart.with({ kind: 'active_bleeding', from: '2026-11-22', to: 'ongoing' }),
      'violated',
    ],
    [
      'active bleeding ended yesterday',
      chart.with({ kind: 'active_bleeding', from: '2026-11-01', to: '2026-11-21' }),
      'satisfied',
    ],
    [
      'active bleeding ended today',
      chart.with({ kind: 'active_bleeding', from: '2026-11-01', to: '2026-11-22' }),
      'violated',
    ],
    [
      'active bleeding, end not charted',
      chart.with({ kind: 'active_bleeding', from: '2026-11-01' }),
      'unknown',
    ],
    [
      'bleeding tendency',
      chart.with({ kind: 'serious_bleeding_tendency', from: '2020', to: 'ongoing' }),
      'violated',
    ],
    ['tendency not asked', chart.without('serious_bleeding_tendency'), 'unknown'],
    [
      'tendency asked in vain',
      chart.about('serious_bleeding_tendency', notKnown('serious_bleeding_tendency', 'unknown')),
      'unknown',
    ],
    [
      'tendency "not applicable" is no answer',
      chart.about('serious_bleeding_tendency', notKnown('serious_bleeding_tendency', 'not_applicable')),
      'unknown',
    ],
    [
      'bleeding last denied yesterday',
      chart.about('active_bleeding', noneOf('active_bleeding', '2026-11-21')),
      'unknown',
    ],
    [
      'bleeding last denied yesterday, renewed',
      chart.without('active_bleeding').chartedOn('2026-11-21', noneOf('active_bleeding', '2026-11-21')),
      'satisfied',
      {},
      '2026-11-23',
    ],
    [
      'one bleeding denied, one tendency charted',
      chart
        .without('active_bleeding')
        .with({ kind: 'serious_bleeding_tendency', to: 'ongoing', from: '2020' }),
      'violated',
    ],
  ])
})

type Grade = 'minimal' | 'grade_1' | 'grade_2' | 'grade_4' | 'ungraded'
const encephalopathy = (westHaven: Grade, to = 'ongoing', from = '2026-11-01') =>
  chart.with({ kind: 'hepatic_encephalopathy', from, to, westHaven })
const grades = (alternative: string) => ({ 'encephalopathy-grades': alternative })
const ever = { 'encephalopathy-when': 'ever' }

describe('encephalopathy', () => {
  itSays('i5', [
    ['never', chart, 'satisfied', ever],
    ['minimal', encephalopathy('minimal'), 'violated', grades('every_grade')],
    ['minimal', encephalopathy('minimal'), 'satisfied', grades('from_grade_1')],
    ['grade 1', encephalopathy('grade_1'), 'violated', grades('from_grade_1')],
    ['grade 1', encephalopathy('grade_1'), 'satisfied', grades('overt')],
    ['grade 2', encephalopathy('grade_2'), 'violated', grades('overt')],
    ['grade 2', encephalopathy('grade_2'), 'violated', grades('overt_graded')],
    ['not graded', encephalopathy('ungraded'), 'violated', grades('overt')],
    ['not graded', encephalopathy('ungraded'), 'satisfied', grades('overt_graded')],
    ['ended yesterday', encephalopathy('grade_4', '2026-11-21'), 'satisfied'],
    ['ended yesterday', encephalopathy('grade_4', '2026-11-21'), 'violated', ever],
    ['ended today', encephalopathy('grade_4', '2026-11-22'), 'violated'],
    ['ended in this month', encephalopathy('grade_4', '2026-11', '2026-10-01'), 'unknown'],
    ['not asked', chart.without('hepatic_encephalopathy'), 'unknown'],
    [
      'denied now, life not asked',
      chart.about('hepatic_encephalopathy', noneOf('hepatic_encephalopathy', '2026-11-22', '2026-11-01')),
      'unknown',
      ever,
    ],
    [
      'denied since birth',
      chart.about('hepatic_encephalopathy', noneOf('hepatic_encephalopathy', '2026-11-22', '1980-05-20')),
      'satisfied',
      ever,
    ],
    [
      'denied since the day after birth',
      chart.about('hepatic_encephalopathy', noneOf('hepatic_encephalopathy', '2026-11-22', '1980-05-21')),
      'unknown',
      ever,
    ],
  ])

  it('is unknown while the grades are not chosen and matter', () => {
    expect(unchosen('i5', encephalopathy('minimal'))).toBe('unknown')
    expect(unchosen('i5', encephalopathy('grade_2'))).toBe('violated')
  })
})

const treated = (from: string | undefined, to: string | undefined, result: Record<string, string> = {}) =>
  chart.about('conservative_treatment', {
    kind: 'conservative_treatment',
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    symptoms: 'not_relieved',
    qualityOfLife: 'not_improved',
    ...result,
  })
const judged = (result: Record<string, string>) =>
  chart.about('conservative_treatment', {
    kind: 'conservative_treatment',
    from: '2026-01-05',
    to: '2026-11-20',
    ...result,
  })
const neither = { 'treatment-or': 'neither' }

describe('conservative treatment for more than 6 months', () => {
  itSays('i6', [
    ['6 months and a day', treated('2026-01-05', '2026-07-06'), 'satisfied'],
    ['exactly 6 months', treated('2026-01-05', '2026-07-05'), 'violated'],
    [
      'since the 31st, on the last day of February',
      treated('2025-08-31', 'ongoing'),
      'violated',
      {},
      '2026-02-28',
    ],
    ['since the 31st, on 1 March', treated('2025-08-31', 'ongoing'), 'satisfied', {}, '2026-03-01'],
    ['since the 31st, on 1 March', treated('2025-08-31', 'ongoing'), 'violated', nextDay, '2026-03-01'],
    ['since the 31st, on 2 March', treated('2025-08-31', 'ongoing'), 'satisfied', nextDay, '2026-03-02'],
    ['end not charted', treated('2026-01-05', undefined), 'unknown'],
    ['ongoing', treated('2026-01-05', 'ongoing'), 'satisfied'],
    ['start not charted', treated(undefined, '2026-11-20'), 'unknown'],
    ['start in a month that straddles', treated('2026-05', '2026-11-20'), 'unknown'],
    ['start in a month before', treated('2026-04', '2026-11-20'), 'satisfied'],
    ['never charted', chart.without('conservative_treatment'), 'unknown'],
    ['never treated', chart.about('conservative_treatment', noneOf('conservative_treatment')), 'violated'],
    ['relieved, not improved', judged({ symptoms: 'relieved', qualityOfLife: 'not_improved' }), 'satisfied'],
    [
      'relieved, not improved',
      judged({ symptoms: 'relieved', qualityOfLife: 'not_improved' }),
      'violated',
      neither,
    ],
    ['not relieved, improved', judged({ symptoms: 'not_relieved', qualityOfLife: 'improved' }), 'satisfied'],
    [
      'not relieved, improved',
      judged({ symptoms: 'not_relieved', qualityOfLife: 'improved' }),
      'violated',
      neither,
    ],
    ['relieved and improved', judged({ symptoms: 'relieved', qualityOfLife: 'improved' }), 'violated'],
    ['neither', judged({ symptoms: 'not_relieved', qualityOfLife: 'not_improved' }), 'satisfied', neither],
    ['not judged', judged({}), 'needs_judgement'],
    ['not judged', judged({}), 'needs_judgement', neither],
    ['half judged, and enough', judged({ symptoms: 'not_relieved' }), 'satisfied'],
    ['half judged, and not enough', judged({ symptoms: 'not_relieved' }), 'needs_judgement', neither],
    ['half judged, and already lost', judged({ symptoms: 'relieved' }), 'violated', neither],
    [
      'neither judged nor dated: the missing date outranks the judgement',
      chart.about('conservative_treatment', { kind: 'conservative_treatment', from: '2026-01-05' }),
      'unknown',
    ],
    [
      'two courses of 4 months do not add up',
      treated('2026-01-05', '2026-05-05').with({
        kind: 'conservative_treatment',
        from: '2026-07-01',
        to: '2026-11-01',
        symptoms: 'not_relieved',
      }),
      'violated',
    ],
  ])

  it('is unknown while the "or" is not chosen and matters', () => {
    const half = judged({ symptoms: 'relieved', qualityOfLife: 'not_improved' })
    expect(unchosen('i6', half)).toBe('unknown')
    expect(unchosen('i6', judged({}))).toBe('needs_judgement')
  })
})

type Status = 'signed' | 'not_yet' | 'refused' | 'withdrawn'
const consent = (status: Status, day = '2026-11-21', protocol = 'NCT05106972'): Content => ({
  kind: 'consent',
  on: day,
  protocol,
  version: '1.0',
  status,
})
const consents = (...contents: Content[]) => chart.about('consent', ...contents)

describe('consent', () => {
  itSays('i7', [
    ['signed today', consents(consent('signed', '2026-11-22')), 'satisfied'],
    ['signed tomorrow', chart, 'unknown', {}, '2026-11-20'],
    [
      'signed in this month, before it is over',
      consents(consent('signed', '2026-11')),
      'unknown',
      {},
      '2026-11-21',
    ],
    ['signed in this month, on the day of entry', consents(consent('signed', '2026-11')), 'satisfied'],
    ['not signed yet', consents(consent('not_yet')), 'unknown'],
    ['refused', consents(consent('refused')), 'violated'],
    [
      'withdrawn after signing',
      consents(consent('signed', '2026-11-01'), consent('withdrawn', '2026-11-20')),
      'violated',
    ],
    [
      'signed after refusing',
      consents(consent('refused', '2026-11-01'), consent('signed', '2026-11-20')),
      'satisfied',
    ],
    [
      'signed and withdrawn on one day, in unknown order',
      consents(consent('signed'), consent('withdrawn')),
      'unknown',
    ],
    [
      'signed, then withdrawn on one day',
      consents(
        consent('signed', '2026-11-21T09:00:00+08:00'),
        consent('withdrawn', '2026-11-21T15:00:00+08:00'),
      ),
      'violated',
    ],
    [
      'not yet, then signed on one day',
      consents(
        consent('signed', '2026-11-21T15:00:00+08:00'),
        consent('not_yet', '2026-11-21T09:00:00+08:00'),
      ),
      'satisfied',
    ],
    [
      'signed for the other protocol only',
      consents(consent('signed', '2026-11-21', 'NCT07413549')),
      'unknown',
    ],
    [
      'withdrawn from the other protocol',
      chart.with(consent('withdrawn', '2026-11-22', 'NCT07413549')),
      'satisfied',
    ],
    ['never asked', chart.without('consent'), 'unknown'],
  ])
})
