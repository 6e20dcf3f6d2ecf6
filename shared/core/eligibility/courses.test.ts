import { describe } from 'vitest'
import { eligibleChart, noneOf, notKnown } from '#test/support/chart-builder.ts'
import { itSays } from '#test/support/criterion-table.ts'

const chart = eligibleChart()

describe('a course charted in episodes', () => {
  const ofDecompensation = { 'course-of': 'decompensation' }
  const episodes = chart.about(
    'decompensation',
    { kind: 'decompensation', from: '2019-02-10', to: '2021-05-01', manifestation: 'ascites' },
    { kind: 'decompensation', from: '2021-03-01', to: '2024-01-15', manifestation: 'jaundice' },
    { kind: 'decompensation', from: '2023-06-01', to: 'ongoing', manifestation: 'ascites' },
  )
  const apart = chart.about(
    'decompensation',
    { kind: 'decompensation', from: '2010-02-10', to: '2016-05-01' },
    { kind: 'decompensation', from: '2023-06-01', to: 'ongoing' },
  )
  itSays('i2', [
    ['episodes that touch are one course', episodes, 'satisfied', ofDecompensation],
    [
      'an episode that may touch the one before leaves it open',
      chart.about(
        'decompensation',
        { kind: 'decompensation', from: '2019-02-10', to: '2022-05', manifestation: 'ascites' },
        { kind: 'decompensation', from: '2022-05', to: 'ongoing', manifestation: 'ascites' },
      ),
      'unknown',
      ofDecompensation,
    ],
    ['a course that has ended counts for its own length', apart, 'satisfied', ofDecompensation],
    [
      'cirrhosis that ended within five years',
      chart.about('cirrhosis', { kind: 'cirrhosis', from: '2012-06-01', to: '2015' }),
      'violated',
    ],
  ])
})

describe('the result of a treatment', () => {
  const failed = { symptoms: 'not_relieved', qualityOfLife: 'not_improved' } as const
  const helped = { symptoms: 'relieved', qualityOfLife: 'improved' } as const
  const ongoing = { kind: 'conservative_treatment', from: '2026-01-05', to: 'ongoing', ...failed } as const
  const old = { kind: 'conservative_treatment', from: '2005-01-05', to: '2007-01-05', ...failed } as const
  const early = chart.without('conservative_treatment').chartedOn('2026-01-06', ongoing)
  const both = chart.about('conservative_treatment', old, { ...ongoing, ...helped })
  itSays('i6', [
    ['judged when six months were over', chart.about('conservative_treatment', ongoing), 'satisfied'],
    ['judged on the second day only', early, 'needs_judgement'],
    ['judged on the second day, assumed to be renewed tomorrow', early, 'satisfied', {}, '2026-11-23'],
    [
      'an old failure does not outweigh the latest success',
      both,
      'violated',
      { 'treatment-course': 'latest' },
    ],
    ['unless any course counts', both, 'satisfied', { 'treatment-course': 'any' }],
  ])
})

describe('a state that answers its question by itself', () => {
  const minimal = chart.without('hepatic_encephalopathy').chartedOn('2025-01-02', {
    kind: 'hepatic_encephalopathy',
    from: '2025-01-01',
    to: 'ongoing',
    westHaven: 'minimal',
  })
  const grades = { 'encephalopathy-grades': 'from_grade_1' }
  itSays('i5', [
    ['minimal encephalopathy, where only grades count', minimal, 'satisfied', grades],
    [
      'asked for in vain since',
      minimal.with(notKnown('hepatic_encephalopathy', 'unknown', '2026-11-20')),
      'unknown',
      grades,
    ],
    [
      'denied, but charted as the onset of decompensation on the day',
      chart.about('decompensation', {
        kind: 'decompensation',
        from: '2026-11-22',
        to: 'ongoing',
        manifestation: 'encephalopathy',
      }),
      'unknown',
    ],
  ])
  itSays('i4', [
    [
      'active bleeding denied while a gastrointestinal bleeding goes on',
      chart
        .about('upper_gi_bleeding', noneOf('upper_gi_bleeding'))
        .with({ kind: 'upper_gi_bleeding', from: '2026-11-15', to: 'ongoing', clinicallySignificant: 'no' }),
      'unknown',
    ],
  ])
})
