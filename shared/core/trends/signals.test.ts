import { describe, expect, it } from 'vitest'
import { noneOf } from '#test/support/chart-builder.ts'
import { doseOn, lab, seriesOf, trendsOfChart } from '#test/support/trend-charts.ts'

const DAY0 = '2026-06-01'
const dosed = doseOn(`${DAY0}T10:00:00+08:00`)
const range = { range: { low: '7', high: '40' } }

describe('grades, variation and signals', () => {
  const choices = { baseline: { rule: 'last' } } as const
  it('grades against the range, and against an abnormal baseline', () => {
    const facts = [dosed, lab('alt', '2026-05-01', '80', range), lab('alt', '2026-06-09', '240', range)]
    const [, after] = seriesOf(trendsOfChart({ facts, choices }), 'alanine_aminotransferase').points
    // 6 times the upper limit is grade 3; 3 times the baseline is still grade 1.
    expect(after?.grade).toEqual({ absolute: 3, relative: 1 })
  })

  it('leaves INR ungraded while nobody charted whether an anticoagulant was taken', () => {
    const facts = [lab('inr', '2026-06-09', '1.6')]
    const gradeOf = (more: Parameters<typeof noneOf>[0] | undefined) =>
      seriesOf(trendsOfChart({ facts: [...facts, ...(more ? [noneOf(more)] : [])] }), 'inr').points[0]?.grade
    expect(gradeOf(undefined)?.absolute).toBeNull()
    expect(gradeOf('anticoagulation')?.absolute).toBe(2)
  })

  it('calls a change noise only by the variation that the site entered', () => {
    const facts = [
      lab('alt', '2026-05-01', '100', { laboratory: 'Central' }),
      lab('alt', '2026-05-08', '127', { laboratory: 'Central' }),
      lab('alt', '2026-05-15', '100', { laboratory: 'City' }),
    ]
    const within = (variation: unknown[]) =>
      seriesOf(trendsOfChart({ facts, choices: { variation } }), 'alanine_aminotransferase').points.map(
        ({ isWithinVariation }) => isWithinVariation,
      )
    // 1.96 × √2 × √(6² + 8²) = 27.7 %
    const entry = { series: 'alanine_aminotransferase', analytical: '6', withinSubject: '8' }
    expect(within([])).toEqual([null, null, null])
    expect(within([{ ...entry, by: 'Central' }])).toEqual([null, true, null])
    expect(within([entry])).toEqual([null, true, true])
    expect(within([{ ...entry, analytical: '1' }])).toEqual([null, false, true])
  })

  it('raises a signal by the operators of the site, against the limit and an abnormal baseline', () => {
    const injury = {
      aminotransferase: { times: '3', operator: 'ge' },
      bilirubin: { times: '2', operator: 'gt' },
      withinDays: 7,
    } as const
    const facts = [
      dosed,
      lab('alt', '2026-05-01', '80', range),
      lab('bilirubin', '2026-05-01', '20', { range: { high: '20' } }),
      lab('alt', '2026-06-10', '120', range),
      lab('bilirubin', '2026-06-10', '40', { range: { high: '20' } }),
      lab('bilirubin', '2026-06-15', '40.1', { range: { high: '20' } }),
    ]
    const { signals, liverInjury } = trendsOfChart({ facts, choices: { ...choices, liverInjury: injury } })
    expect(signals).toEqual([
      {
        on: '2026-06-15',
        against: 'uln',
        aminotransferase: 3,
        bilirubin: 2.005,
        alkalinePhosphatase: null,
        isAtLeast: false,
        isUnfit: false,
      },
    ])
    expect(liverInjury.map(({ on, altUln, altBaseline }) => [on, altUln, altBaseline])).toEqual([
      ['2026-05-01', 2, 1],
      ['2026-06-10', 3, 1.5],
    ])
    expect(trendsOfChart({ facts, choices }).signals).toEqual([])
  })
})

describe('a signal of liver injury', () => {
  const choices = {
    liverInjury: {
      aminotransferase: { times: '3', operator: 'ge' },
      bilirubin: { times: '2', operator: 'gt' },
      withinDays: 7,
    },
  } as const
  const bilirubin = lab('bilirubin', '2026-06-10', '60', { range: { high: '20' } })

  it('is raised by a value that its report only gives a lower limit of, which has no place in the plot', () => {
    const facts = [bilirubin, lab('alt', '2026-06-10', '2000', { ...range, comparator: '>' })]
    const { signals, liverInjury } = trendsOfChart({ facts, choices })
    expect(signals).toMatchObject([{ aminotransferase: 50, isAtLeast: true, isUnfit: false }])
    expect(liverInjury).toEqual([])
    const below = [bilirubin, lab('alt', '2026-06-10', '2000', { ...range, comparator: '<' })]
    expect(trendsOfChart({ facts: below, choices }).signals).toEqual([])
  })

  it('is raised by the highest value of a day, of fit specimens where there are any', () => {
    const alt = (value: string, more: object = {}) => lab('alt', '2026-06-10', value, { ...range, ...more })
    const signalsOf = (...facts: readonly ReturnType<typeof alt>[]) =>
      trendsOfChart({ facts: [bilirubin, ...facts], choices }).signals
    expect(signalsOf(alt('400'), alt('80'))).toMatchObject([{ aminotransferase: 10, isUnfit: false }])
    const unfit = alt('900', { specimenCondition: 'haemolysed' })
    expect(signalsOf(alt('400'), unfit)).toMatchObject([{ aminotransferase: 10, isUnfit: false }])
    expect(signalsOf(alt('80'), unfit)).toEqual([])
  })

  it('says that a report calls the specimen unfit', () => {
    const facts = [bilirubin, lab('alt', '2026-06-10', '400', { ...range, specimenCondition: 'haemolysed' })]
    expect(trendsOfChart({ facts, choices }).signals).toMatchObject([{ isUnfit: true }])
  })
})
