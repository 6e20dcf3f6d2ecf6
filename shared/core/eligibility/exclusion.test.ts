import { describe, expect, it } from 'vitest'
import { type Content, eligibleChart, noneOf, notKnown } from '#test/support/chart-builder.ts'
import { itSays, unchosen } from '#test/support/criterion-table.ts'
import type { EpisodeKind } from '../facts/content.ts'

const chart = eligibleChart()

describe('other causes of cirrhosis', () => {
  const cause = (type: 'alcoholic' | 'hepatitis_c' | 'autoimmune' | 'other') =>
    chart.with({ kind: 'other_cause_of_cirrhosis', type, from: '2015', to: 'ongoing' })
  const denied = (types: string[]) => noneOf('other_cause_of_cirrhosis', '2026-11-22', undefined, types)
  const without = chart.without('other_cause_of_cirrhosis')
  itSays('e2', [
    ['alcoholic', cause('alcoholic'), 'violated'],
    ['hepatitis C', cause('hepatitis_c'), 'violated'],
    ['autoimmune', cause('autoimmune'), 'violated'],
    ['another', cause('other'), 'violated'],
    ['without any date', chart.with({ kind: 'other_cause_of_cirrhosis', type: 'alcoholic' }), 'violated'],
    ['not asked', without, 'unknown'],
    [
      'only three causes asked about',
      without.with(denied(['alcoholic', 'hepatitis_c', 'autoimmune'])),
      'unknown',
    ],
    [
      'the rest asked about separately',
      without.with(denied(['alcoholic', 'hepatitis_c', 'autoimmune']), denied(['other'])),
      'satisfied',
    ],
  ])
})

describe('liver malignancy, of the patient or the family', () => {
  const relative = (line?: 'lineal' | 'sibling' | 'collateral', generationsApart?: number) =>
    chart.with({
      kind: 'family_liver_malignancy',
      relation: 'relative',
      ...(line !== undefined && { line }),
      ...(generationsApart !== undefined && { generationsApart }),
    })
  const malignancy = (from: string, to: string, certainty?: 'confirmed' | 'suspected') =>
    chart.with({ kind: 'liver_malignancy', from, to, ...(certainty && { certainty }) })
  const siblings = { 'family-line': 'lineal_and_siblings' }
  const fourth = { 'family-generations': 'patient_not_counted' }
  itSays('e3', [
    ['own', malignancy('2024', 'ongoing', 'confirmed'), 'violated'],
    ['own, long ago', malignancy('2001', '2002', 'confirmed'), 'violated'],
    ['own, only suspected', malignancy('2026', 'ongoing', 'suspected'), 'unknown'],
    ['own, not said whether confirmed', malignancy('2026', 'ongoing'), 'unknown'],
    ['own, not asked', chart.without('liver_malignancy'), 'unknown'],
    ['family, not asked', chart.without('family_liver_malignancy'), 'unknown'],
    [
      'family, asked in vain',
      chart.about('family_liver_malignancy', notKnown('family_liver_malignancy', 'unknown')),
      'unknown',
    ],
    ['mother', relative('lineal', 1), 'violated'],
    ['grandfather', relative('lineal', 2), 'violated'],
    ['great-grandfather', relative('lineal', 3), 'satisfied'],
    ['great-grandfather', relative('lineal', 3), 'violated', fourth],
    ['four generations away', relative('lineal', 4), 'satisfied', fourth],
    ['brother', relative('sibling', 0), 'satisfied'],
    ['brother', relative('sibling', 0), 'violated', siblings],
    ['uncle', relative('collateral', 1), 'satisfied', siblings],
    ['somebody in an unknown line', relative(undefined, 1), 'unknown'],
    ['somebody in an unknown line, too far away', relative(undefined, 5), 'satisfied', fourth],
    ['an ancestor, generation not known', relative('lineal'), 'unknown'],
    ['an uncle, generation not known', relative('collateral'), 'satisfied'],
  ])

  it('is unknown while the count of generations is not chosen and matters', () => {
    expect(unchosen('e3', relative('lineal', 3))).toBe('unknown')
    expect(unchosen('e3', relative('lineal', 2))).toBe('violated')
    expect(unchosen('e3', relative('lineal', 4))).toBe('satisfied')
  })
})

describe('hypersplenism', () => {
  const spleen = (needsSplenectomy?: 'yes' | 'no', to = 'ongoing') =>
    chart.with({ kind: 'hypersplenism', from: '2020', to, ...(needsSplenectomy && { needsSplenectomy }) })
  itSays('e4', [
    ['needs splenectomy', spleen('yes'), 'violated'],
    ['needs none, no other denied', spleen('no'), 'satisfied'],
    ['not judged', spleen(), 'needs_judgement'],
    [
      'not judged, others never asked about',
      chart.about('hypersplenism', { kind: 'hypersplenism', from: '2020', to: 'ongoing' }),
      'needs_judgement',
    ],
    ['past, needed splenectomy', spleen('yes', '2024-05-01'), 'satisfied'],
    ['not asked', chart.without('hypersplenism'), 'unknown'],
    [
      'needs none: a patient has one state at a time',
      chart.about('hypersplenism', {
        kind: 'hypersplenism',
        from: '2020',
        to: 'ongoing',
        needsSplenectomy: 'no',
      }),
      'satisfied',
    ],
    [
      'needed none until yesterday',
      chart.about('hypersplenism', {
        kind: 'hypersplenism',
        from: '2020',
        to: '2026-11-21',
        needsSplenectomy: 'no',
      }),
      'unknown',
    ],
  ])
})

describe('tumours of other organs', () => {
  const tumour = (malignant?: 'yes' | 'no') =>
    chart.with({
      kind: 'other_tumour',
      site: 'thyroid',
      from: '2010',
      to: '2011',
      ...(malignant && { malignant }),
    })
  const any = { 'tumour-kind': 'any' }
  itSays('e5', [
    ['malignant', tumour('yes'), 'violated'],
    ['benign', tumour('no'), 'satisfied'],
    ['benign', tumour('no'), 'violated', any],
    ['not known whether malignant', tumour(), 'unknown'],
    ['not known whether malignant', tumour(), 'violated', any],
    ['no dates', chart.with({ kind: 'other_tumour', site: 'colon', malignant: 'yes' }), 'violated'],
    ['not asked', chart.without('other_tumour'), 'unknown'],
  ])
})

describe('pregnancy and lactation', () => {
  const tested = (result: 'negative' | 'positive', on = '2026-11-20') =>
    chart.about('pregnancy_test', { kind: 'pregnancy_test', on, result })
  const age = (limit: string) => ({ 'pregnancy-test-age': limit })
  const everyWoman = { 'pregnancy-not-applicable': 'unknown' }
  const excused = (...about: EpisodeKind[]) =>
    chart.without('pregnancy_test', 'lactation').with(...about.map(kind => notKnown(kind, 'not_applicable')))
  const nothing = chart.without('pregnancy_test', 'lactation')
  itSays('e11', [
    ['negative test, not lactating', chart, 'satisfied'],
    ['positive test', tested('positive'), 'violated'],
    ['lactating', chart.with({ kind: 'lactation', from: '2026-06', to: 'ongoing' }), 'violated'],
    ['weaned yesterday', chart.with({ kind: 'lactation', from: '2026-06', to: '2026-11-21' }), 'satisfied'],
    ['no test', chart.without('pregnancy_test'), 'unknown'],
    ['lactation not asked', chart.without('lactation'), 'unknown'],
    ['a man, nothing charted', nothing.person({ sex: 'male' }), 'satisfied'],
    ['sex unknown, nothing charted', nothing.person({ sex: 'unknown' }), 'unknown'],
    ['sex unknown, negative and not lactating', chart.person({ sex: 'unknown' }), 'satisfied'],
    ['tested 28 days ago', tested('negative', '2026-10-25'), 'satisfied', age('days_28')],
    ['tested 29 days ago', tested('negative', '2026-10-24'), 'unknown', age('days_28')],
    ['tested 14 days ago', tested('negative', '2026-11-08'), 'satisfied', age('days_14')],
    ['tested 15 days ago', tested('negative', '2026-11-07'), 'unknown', age('days_14')],
    ['tested 7 days ago', tested('negative', '2026-11-15'), 'satisfied', age('days_7')],
    ['tested 8 days ago', tested('negative', '2026-11-14'), 'unknown', age('days_7')],
    ['tested years ago', tested('negative', '2019'), 'satisfied'],
    [
      'positive, then negative',
      tested('positive', '2026-11-01').with({ kind: 'pregnancy_test', on: '2026-11-20', result: 'negative' }),
      'satisfied',
    ],
    [
      'positive and negative on one day',
      tested('positive').with({ kind: 'pregnancy_test', on: '2026-11-20', result: 'negative' }),
      'unknown',
    ],
    [
      'positive in the morning, negative in the evening',
      tested('positive', '2026-11-20T08:00:00+08:00').with({
        kind: 'pregnancy_test',
        on: '2026-11-20T19:00:00+08:00',
        result: 'negative',
      }),
      'satisfied',
    ],
    [
      'negative, later asked in vain',
      tested('negative').with(notKnown('pregnancy_test', 'unknown')),
      'unknown',
    ],
    [
      'negative and asked in vain on one day',
      tested('negative', '2026-11-22').with(notKnown('pregnancy_test', 'unknown')),
      'unknown',
    ],
    ['neither arises, with its ground', excused('pregnancy_test', 'lactation'), 'satisfied'],
    ['neither arises, every woman is asked', excused('pregnancy_test', 'lactation'), 'unknown', everyWoman],
    ['only the test does not arise', excused('pregnancy_test'), 'unknown'],
    [
      'said not to arise and asked in vain on one day',
      excused('pregnancy_test', 'lactation').with(notKnown('pregnancy_test', 'unknown')),
      'unknown',
    ],
  ])
})

describe("the investigator's judgement", () => {
  const judged = (answer: 'yes' | 'no', on = '2026-11-21', more: object = {}): Content => ({
    kind: 'judgement',
    on,
    protocol: 'NCT05106972',
    question: 'inappropriate-to-participate',
    answer,
    ground: 'seen',
    judgedBy: 'Dr Li',
    ...more,
  })
  const judgements = (...contents: Content[]) => chart.about('judgement', ...contents)
  itSays('e12', [
    [
      'answered under a question that the protocol does not ask',
      chart.with({
        kind: 'judgement',
        on: '2026-11-22',
        protocol: 'NCT05106972',
        question: 'inappropriate-to-participat',
        answer: 'yes',
        ground: 'cannot attend',
        judgedBy: 'Dr Li',
      }),
      'unknown',
    ],
    ['inappropriate', judgements(judged('yes')), 'violated'],
    ['not inappropriate', judgements(judged('no')), 'satisfied'],
    ['never judged', judgements(), 'needs_judgement'],
    ['judged tomorrow', chart, 'needs_judgement', {}, '2026-11-20'],
    ['judged twice', judgements(judged('yes', '2026-11-01'), judged('no')), 'satisfied'],
    ['judged both ways on one day', judgements(judged('yes'), judged('no')), 'needs_judgement'],
    ['judged alike twice on one day', judgements(judged('no'), judged('no')), 'satisfied'],
    ['another question judged', judgements(judged('no', '2026-11-21', { question: 'fit' })), 'unknown'],
    [
      'judged for the other protocol',
      judgements(judged('no', '2026-11-21', { protocol: 'NCT07413549' })),
      'needs_judgement',
    ],
  ])
})
