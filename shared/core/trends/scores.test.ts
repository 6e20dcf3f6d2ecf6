import { describe, expect, it } from 'vitest'
import { noneOf } from '#test/support/chart-builder.ts'
import { doseOn, lab, lacksOf, seriesOf, trendsOfChart } from '#test/support/trend-charts.ts'

describe('R', () => {
  const enzyme = (loinc: string, value: string, high: string) =>
    ({ kind: 'laboratory', on: '2026-05-02', loinc, unit: 'U/L', value, range: { high } }) as const
  const pointOf = (alt: string, alp: string) =>
    seriesOf(trendsOfChart({ facts: [enzyme('1742-6', alt, '40'), enzyme('6768-6', alp, '125')] }), 'r_value')
      .points[0]

  it.each([
    ['400', '125', 10],
    ['40', '250', 0.5],
    ['30', '100', 0.9375],
  ])(
    'of ALT %s and ALP %s is a number, and names no pattern of an injury that nobody has seen',
    (alt, alp, r) => {
      expect(pointOf(alt, alp)).toMatchObject({ value: r, category: null })
    },
  )
})

describe('scores', () => {
  const on = '2026-05-01'
  const basis = [lab('bilirubin', on, '34.2'), lab('creatinine', on, '88.4'), lab('inr', on, '1.5')]
  const hasNoDialysis = noneOf('dialysis', on)

  it('are computed on the day that has their inputs, which they name', () => {
    const [point] = seriesOf(trendsOfChart({ facts: [...basis, hasNoDialysis] }), 'meld').points
    // 3.78 ln 2 + 11.2 ln 1.5 + 6.43 = 13.59
    expect(point).toMatchObject({ value: 14, on })
    expect(point?.inputs.map(({ printed }) => printed)).toEqual(['34.2 µmol/L', '88.4 µmol/L', '1.5', '0'])
  })

  it('take the last value of a fit specimen of the day, and one of an unfit specimen only with its flag', () => {
    const unfit = { specimenCondition: 'haemolysed' }
    const meld = (...facts: readonly ReturnType<typeof lab>[]) =>
      seriesOf(trendsOfChart({ facts: [...basis, hasNoDialysis, ...facts] }), 'meld').points
    expect(meld(lab('inr', on, '3', unfit))).toMatchObject([{ value: 14, flags: [] }])
    const facts = [...basis.slice(0, 2), hasNoDialysis, lab('inr', on, '1.5', unfit)]
    const [only] = seriesOf(trendsOfChart({ facts }), 'meld').points
    expect(only).toMatchObject({ value: 14, flags: ['specimen'] })
  })

  it('say that no dialysis was charted, and take two sessions of the week before as dialysis', () => {
    const [plain] = seriesOf(trendsOfChart({ facts: basis }), 'meld').points
    expect(plain?.inputs.at(-1)).toMatchObject({ name: { en: 'dialysis: none charted' }, fact: null })
    const dialysis = { kind: 'dialysis', from: '2026-04-28', to: '2026-04-28' } as const
    const on2 = trendsOfChart({ facts: [...basis, dialysis, { ...dialysis, from: on, to: on }] })
    expect(seriesOf(on2, 'meld').points[0]?.value).toBe(27)
    const unknown = trendsOfChart({ facts: [...basis, { kind: 'dialysis', from: '2026-01-01' }] })
    expect(lacksOf(unknown, 'meld', on)).toEqual(['dialysis sessions of the week before'])
  })

  it('take nothing from another day unless the site allows it, and never from a later one', () => {
    const late = [...basis.slice(0, 2), lab('inr', '2026-04-29', '1.5'), lab('inr', '2026-05-02', '3')]
    expect(lacksOf(trendsOfChart({ facts: late }), 'meld', on)).toEqual(['INR'])
    const trends = trendsOfChart({ facts: late, choices: { inputDays: 3 } })
    expect(seriesOf(trends, 'meld').points.find(point => point.on === on)?.value).toBe(14)
  })

  it('are not computed from a value of which only a limit is known', () => {
    const facts = [...basis.slice(0, 2), lab('inr', on, '1.0', { comparator: '<' })]
    expect(lacksOf(trendsOfChart({ facts }), 'meld', on)).toEqual(['INR only known as <1.0'])
  })

  it('are not computed without sex or a certain age', () => {
    const facts = [...basis, lab('sodium', on, '138'), lab('albumin', on, '30')]
    expect(lacksOf(trendsOfChart({ facts, sex: 'unknown' }), 'meld_3_0', on)).toEqual(['sex', 'age'])
    expect(lacksOf(trendsOfChart({ facts, birthDate: '1970-04' }), 'egfr_ckd_epi_2021', on)).toEqual([])
    expect(lacksOf(trendsOfChart({ facts, birthDate: '1970' }), 'egfr_ckd_epi_2021', on)).toEqual(['age'])
    expect(lacksOf(trendsOfChart({ facts }), 'meld_na', on)).toEqual([])
  })

  it('need the upper limit that the laboratory printed', () => {
    const facts = [lab('ast', on, '80', { range: { high: '40' } }), lab('platelets', on, '100')]
    expect(seriesOf(trendsOfChart({ facts }), 'apri').points[0]?.value).toBe(2)
    const bare = [lab('ast', on, '80'), lab('platelets', on, '100')]
    expect(lacksOf(trendsOfChart({ facts: bare }), 'apri', on)).toEqual([
      'upper limit of aspartate aminotransferase: not printed',
    ])
  })

  it('of the portal vein take diameter and mean velocity of one examination', () => {
    const vein = { kind: 'portal_vein', modality: 'ultrasound', on } as const
    const trends = trendsOfChart({
      facts: [
        { ...vein, diameterMm: '10', meanVelocityCmPerS: '20' },
        { ...vein, maximumVelocityCmPerS: '30', diameterMm: '11' },
        { ...vein, meanVelocityCmPerS: '15' },
      ],
    })
    expect(seriesOf(trends, 'portal_flow_computed').points.map(({ printed }) => printed)).toEqual(['942'])
    expect(lacksOf(trends, 'congestion_index', on)).toEqual(['portal vein diameter'])
  })
})

describe('Child-Pugh', () => {
  const on = '2026-05-01'
  const childPugh = {
    ascites: { grade_1: 2, grade_2: 3, grade_3: 3 },
    coagulation: 'inr',
    bands: 'mg_dl',
  } as const
  const values = [lab('bilirubin', on, '34.2'), lab('albumin', on, '28'), lab('inr', on, '1.7')]
  const ascites = { kind: 'ascites', on, grade: 'grade_1' } as const

  it('is left out, and said to be, until the site chose its points', () => {
    const trends = trendsOfChart({ facts: values })
    expect(trends.gaps.some(({ score }) => score === 'child_pugh')).toBe(false)
    expect(trends.notChosen.some(({ en }) => en.startsWith('Child-Pugh'))).toBe(true)
  })

  it('takes ascites and encephalopathy only as charted', () => {
    const trends = trendsOfChart({ facts: values, choices: { childPugh } })
    expect(lacksOf(trends, 'child_pugh', on)).toEqual(['ascites grade', 'hepatic encephalopathy'])
  })

  it.each([
    ['denied', noneOf('hepatic_encephalopathy', on), 9, 'B'],
    [
      'of grade 2 until that day',
      { kind: 'hepatic_encephalopathy', from: '2026-04-28', to: on, westHaven: 'grade_2' },
      10,
      'C',
    ],
  ] as const)('is whole with encephalopathy %s', (_what, encephalopathy, total, category) => {
    const trends = trendsOfChart({ facts: [...values, ascites, encephalopathy], choices: { childPugh } })
    expect(seriesOf(trends, 'child_pugh').points).toMatchObject([{ value: total, category }])
  })

  it('is no baseline where the ascites was graded after the dose of that day', () => {
    const morning = `${on}T08:00:00+08:00`
    const drawnAt = values.map(value => ({ ...value, on: morning }))
    const baselineWith = (time: string) => {
      const trends = trendsOfChart({
        choices: { childPugh, baseline: { rule: 'last' } },
        facts: [
          doseOn(`${on}T10:00:00+08:00`),
          ...[...drawnAt, noneOf('hepatic_encephalopathy', on)],
          { ...ascites, on: `${on}T${time}:00+08:00` },
        ],
      })
      return seriesOf(trends, 'child_pugh').baseline
    }
    expect(baselineWith('09:00')).toMatchObject({ value: 9 })
    expect(baselineWith('15:00')).toBeNull()
  })

  it('is not computed where an encephalopathy may have ended', () => {
    const episode = { kind: 'hepatic_encephalopathy', from: '2026-04-20', westHaven: 'grade_1' } as const
    const trends = trendsOfChart({ facts: [...values, ascites, episode], choices: { childPugh } })
    expect(lacksOf(trends, 'child_pugh', on)).toEqual(['whether hepatic encephalopathy had ended'])
  })
})
