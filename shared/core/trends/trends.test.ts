import { describe, expect, it } from 'vitest'
import { noneOf, prothrombinTime } from '#test/support/chart-builder.ts'
import {
  doseOn,
  lab,
  lacksOf,
  seriesOf,
  TRIAL,
  trendSource,
  trendsOfChart,
} from '#test/support/trend-charts.ts'
import { dateOf } from '../civil-date.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import { trendsOf } from './trends.ts'

const DAY0 = '2026-06-01'
const shanghaiDay: SiteDay = time => dateOf(Math.floor((Date.parse(time) / 3_600_000 + 8) / 24))
const dosed = doseOn(`${DAY0}T10:00:00+08:00`)
const range = { range: { low: '7', high: '40' } }
const mass = { kind: 'laboratory', loinc: '1975-2', unit: 'mg/dL' } as const

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

describe('points of a series', () => {
  it('stand in one unit with their range, oldest first, two of one day as two', () => {
    const { points } = seriesOf(
      trendsOfChart({
        facts: [
          lab('bilirubin', '2026-05-02', '30'),
          { ...mass, on: '2026-05-01', value: '2.0', range: { high: '1.0' } },
          lab('bilirubin', '2026-05-02', '31'),
        ],
      }),
      'bilirubin_total',
    )
    expect(points.map(({ value, high }) => [value, high])).toEqual([
      [34.2, 17.1],
      [30, null],
      [31, null],
    ])
    expect(points[0]?.printed).toBe('2.0 mg/dL')
  })

  it('keep the limit of the method with its comparator, and a unit without factor without value', () => {
    const dna = { kind: 'laboratory', on: '2026-05-01', loinc: '42595-9', value: '20' } as const
    const series = seriesOf(
      trendsOfChart({
        facts: [
          { ...dna, comparator: '<', unit: '[IU]/mL' },
          { ...dna, on: '2026-05-02', unit: '{copies}/mL' },
        ],
      }),
      'hbv_dna',
    )
    expect(series.points).toMatchObject([
      { value: 20, comparator: '<', printed: '<20 IU/mL' },
      { value: null, comparator: null },
    ])
    expect(series.notComparable).toBe(1)
  })

  it('are not drawn on a day where only the month is known, and are counted', () => {
    const series = seriesOf(
      trendsOfChart({ facts: [lab('alt', '2026-05', '50'), lab('alt', '2026-06-03', '60')] }),
      'alanine_aminotransferase',
    )
    expect(series.points).toHaveLength(1)
    expect(series.undated).toBe(1)
  })

  it('have a prolongation of the prothrombin time only against a printed control, exactly', () => {
    const trends = trendsOfChart({
      facts: [prothrombinTime('15.3', '12.2', '2026-05-01'), prothrombinTime('16', undefined, '2026-05-02')],
    })
    expect(seriesOf(trends, 'prothrombin_time').points).toHaveLength(2)
    expect(seriesOf(trends, 'prothrombin_prolongation').points.map(({ value }) => value)).toEqual([3.1])
  })

  it('say that the specimen was unfit, that the laboratory changed, and how the vein was examined otherwise', () => {
    const vein = { kind: 'portal_vein', modality: 'ultrasound', diameterMm: '13' } as const
    const trends = trendsOfChart({
      facts: [
        lab('alt', '2026-05-01', '50', { laboratory: 'Central' }),
        lab('alt', '2026-05-08', '55', { laboratory: 'City', specimenCondition: 'haemolysed' }),
        { ...vein, on: '2026-05-01', examiner: 'Li', breathing: 'quiet' },
        { ...vein, on: '2026-05-08', examiner: 'Wang', breathing: 'inspiration', device: 'B' },
      ],
    })
    expect(seriesOf(trends, 'alanine_aminotransferase').points[1]?.flags).toEqual([
      'specimen',
      'laboratory_changed',
    ])
    expect(seriesOf(trends, 'portal_diameter').points[1]?.flags).toEqual([
      'examiner_changed',
      'device_changed',
      'breathing_changed',
    ])
  })

  it('never mix a flow that was measured with one that a device computed or of which nobody said how', () => {
    const vein = { kind: 'portal_vein', modality: 'ultrasound', flowMlPerMin: '900' } as const
    const series = seriesOf(
      trendsOfChart({
        facts: [
          { ...vein, on: '2026-05-01', flowObtained: 'measured' },
          { ...vein, on: '2026-05-02', flowObtained: 'computed' },
          { ...vein, on: '2026-05-03' },
        ],
      }),
      'portal_flow_measured',
    )
    expect(series.points.map(({ value }) => value)).toEqual([900, null, null])
    expect(series.notComparable).toBe(2)
  })

  it('have an Ishak activity only where all four parts are known', () => {
    const biopsy = { kind: 'histology', interfaceHepatitis: 2, confluentNecrosis: 1, fibrosis: 5 } as const
    const trends = trendsOfChart({
      facts: [
        { ...biopsy, on: '2026-05-01' },
        { ...biopsy, on: '2026-05-02', focalNecrosis: 2, portalInflammation: 3 },
      ],
    })
    expect(seriesOf(trends, 'ishak_activity').points.map(({ value, on }) => [value, on])).toEqual([
      [8, '2026-05-02'],
    ])
    expect(seriesOf(trends, 'ishak_fibrosis').points).toHaveLength(2)
  })

  it('belong to a visit or a dose by its days alone, and are unscheduled after day 0 on any other', () => {
    const visit = { kind: 'visit', protocol: TRIAL, visit: 'week-72', status: 'done' } as const
    const days = ['2025-05-30', '2025-07-01', '2025-11-16', '2026-10-19', '2026-10-20', '2026-10-21']
    const trends = trendsOfChart({
      windows: [{ visit: 'week-72', before: 1, after: 2 }],
      facts: [
        doseOn('2025-06-01'),
        doseOn('2025-11-16', 2),
        { ...visit, from: '2026-10-19', to: '2026-10-20' },
        ...days.map(on => lab('alt', on, '50')),
      ],
    })
    const { points } = seriesOf(trends, 'alanine_aminotransferase')
    expect(points.map(point => [point.visit, point.flags])).toEqual([
      [null, []],
      [null, ['unscheduled']],
      [null, []],
      ['week-72', []],
      ['week-72', []],
      [null, ['unscheduled']],
    ])
    const late = { ...visit, from: '2026-10-25' }
    const facts = [doseOn('2025-06-01'), late, lab('alt', '2026-10-25', '50')]
    const outside = trendsOfChart({ windows: [{ visit: 'week-72', before: 1, after: 2 }], facts })
    expect(seriesOf(outside, 'alanine_aminotransferase').points[0]?.flags).toEqual(['out_of_window'])
    const unknown = trendsOfChart({ facts })
    expect(seriesOf(unknown, 'alanine_aminotransferase').points[0]?.flags).toEqual([])
  })
})

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

describe('marks', () => {
  it('are what happened, by its day; what has none is counted', () => {
    const { marks, undatedMarks } = trendsOfChart({
      facts: [
        dosed,
        { kind: 'albumin_infusion', on: '2026-06-03', grams: '20' },
        {
          kind: 'concomitant_medication',
          name: 'spironolactone',
          atc: 'C03DA01',
          from: '2026-05-03',
          to: '2026-06-01',
        },
        { kind: 'concomitant_medication', name: 'paracetamol', atc: 'N02BE01', from: '2026-05-04' },
        { kind: 'antiviral_treatment', name: 'entecavir', to: '2026-05-10' },
        { kind: 'upper_gi_bleeding', from: '2026-05' },
        { kind: 'death', on: '2026-11-20' },
      ],
    })
    expect(marks.map(({ kind, label }) => [kind, label.en])).toEqual([
      ['diuretic', 'spironolactone'],
      ['antiviral', 'entecavir, until'],
      ['dose', 'dose 1'],
      ['albumin_infusion', 'albumin infusion, 20 g'],
      ['death', 'death'],
    ])
    expect(undatedMarks).toBe(1)
  })
})

describe('visits', () => {
  it('are bands with the window of the site, and their planned day without one', () => {
    const bands = (windows?: { visit: string; before: number; after: number }[]) =>
      trendsOfChart({ facts: [dosed], ...(windows && { windows }) }).visits
    expect(bands().length).toBeGreaterThan(0)
    expect(bands().every(({ hasWindow, from, to }) => !hasWindow && from === to)).toBe(true)
    const [first] = bands()
    if (first === undefined) throw new Error('no visit')
    const [own] = bands([{ visit: first.visit, before: 2, after: 3 }]).filter(
      ({ visit }) => visit === first.visit,
    )
    expect(own).toMatchObject({ hasWindow: true, from: first.from - 2, to: first.from + 4 })
  })
})
