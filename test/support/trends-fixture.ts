import { type Analyte, analytes } from '#shared/core/analytes.ts'
import { CivilDate, dateOf, dayOf, EventTime } from '#shared/core/civil-date.ts'
import { FactId, Slug } from '#shared/core/ids.ts'
import { text, verbatim } from '#shared/core/text.ts'
import type { Mark, Point, ScoreSeries, Series, Trends, VisitBand } from '#shared/core/trends/series.ts'

/*
 * One invented patient over a year of charts, with everything that a chart has to say: two laboratories, a missed visit,
 * limits, an unfit specimen, values out of window and unscheduled, scores and one that could not be computed.
 */

const DAY0 = CivilDate.parse('2026-03-02')
const zero = dayOf(DAY0)

let facts = 0
function nextFact(): FactId {
  facts += 1
  return FactId.parse(`00000000-0000-4000-8000-${facts.toString(16).padStart(12, '0')}`)
}

/** A plain value on a day, for tests to change. */
export function pointOn(day: string, value: number): Point {
  return {
    fact: nextFact(),
    on: EventTime.parse(day),
    at: dayOf(day) + 0.35,
    value,
    printed: `${value}`,
    comparator: null,
    low: null,
    high: null,
    by: null,
    visit: null,
    flags: [],
    grade: null,
    isWithinVariation: null,
    category: null,
    inputs: [],
  }
}

/** Weeks after the first dose on which something was measured, with the visit; week 12 was missed. */
const TAKEN: readonly (readonly [number, string | null])[] = [
  [-26, null],
  [-12, null],
  [-2, null],
  [0, null],
  [1, 'week-1'],
  [2, 'week-2'],
  [4, 'week-4'],
  [6, null],
  [8, 'week-8'],
  [24, 'week-24'],
  [36, 'week-36'],
]
const NEW_LABORATORY_FROM = 8

interface Shape {
  readonly values: readonly number[]
  readonly range?: readonly [low: number | null, high: number | null]
  readonly newRange?: readonly [low: number | null, high: number | null]
  readonly decimals?: number
  readonly change?: (point: Point, index: number) => Partial<Point>
}

function seriesOf(
  series: Pick<Series, 'id' | 'name' | 'abbreviation' | 'unit'>,
  { values, range, newRange, decimals = 0, change }: Shape,
): Series {
  const points = TAKEN.flatMap(([week, visit], index) => {
    const value = values[index]
    if (value === undefined || Number.isNaN(value)) return []
    const isNew = week >= NEW_LABORATORY_FROM
    const [low = null, high = null] = (isNew ? (newRange ?? range) : range) ?? []
    const plain: Point = {
      ...pointOn(dateOf(zero + week * 7), value),
      ...{
        printed: printedWith(value.toFixed(decimals), series.unit),
        low,
        high,
        visit: visit === null ? null : Slug.parse(visit),
      },
      by: isNew ? 'Clinic laboratory' : 'Hospital laboratory',
      flags: flagsAt(week),
    }
    return [{ ...plain, ...change?.(plain, index) }]
  })
  const before = points.filter(({ at, value }) => at < zero && value !== null)
  const mean = before.reduce((sum, { value }) => sum + (value ?? 0), 0) / before.length
  const days = { from: dateOf(zero - 182), to: dateOf(zero - 14) }
  const baseline =
    before.length === 0 ? null : { value: mean, rule: 'mean' as const, count: before.length, ...days }
  return { ...series, points, baseline, notComparable: 0, undated: 0 }
}

/** As a report prints it: with its unit where it has one. */
function printedWith(value: string, unit: string): string {
  return unit === '1' || unit === '{INR}' ? value : `${value} ${unit}`
}

function flagsAt(week: number): Point['flags'] {
  if (week === 6) return ['unscheduled']
  if (week === 24) return ['out_of_window']
  return week === NEW_LABORATORY_FROM ? ['laboratory_changed'] : []
}

function laboratory(id: Analyte, shape: Shape): Series {
  const { name, abbreviation, unit } = analytes[id]
  return seriesOf({ id, name, abbreviation, unit }, shape)
}

const graded = (point: Point): Partial<Point> => ({
  grade: { absolute: point.high !== null && (point.value ?? 0) > point.high ? 1 : 0, relative: null },
})

const liver: Series[] = [
  laboratory('alanine_aminotransferase', {
    values: [71, 64, 66, 62, 81, 74, 58, 55, 49, 44, 39],
    range: [9, 50],
    newRange: [7, 40],
    change: point => ({ ...graded(point), isWithinVariation: point.value === 55 }),
  }),
  laboratory('aspartate_aminotransferase', {
    values: [92, 88, 85, 86, 240, 90, 77, 72, 66, 58, 51],
    range: [15, 40],
    change: (point, index) => (index === 4 ? { flags: ['specimen'] } : graded(point)),
  }),
  laboratory('bilirubin_total', {
    values: [48.1, 52.6, 55.3, 54.9, 58.2, 51.4, 46.8, 47.2, 42.5, 36.1, 31.7],
    range: [null, 23],
    newRange: [3.4, 20.5],
    decimals: 1,
    change: graded,
  }),
  laboratory('bilirubin_direct', {
    values: [21.3, 24.4, 26.1, 25.2, 27.7, 23.9, 21.2, 21.0, 18.6, 15.2, 13.1],
    range: [null, 8],
    decimals: 1,
  }),
  laboratory('gamma_glutamyl_transferase', {
    values: [66, 61, 70, 68, 64, 59, 60, 57, 52, 51, 47],
    range: [10, 60],
  }),
  laboratory('alkaline_phosphatase', {
    values: [118, 121, 126, 124, 130, 122, 117, 119, 112, 108, 104],
    range: [45, 125],
  }),
  laboratory('albumin', {
    values: [28.4, 27.9, 27.2, 27.6, 28.1, 28.8, 29.5, 29.9, 30.6, 32.4, 33.8],
    range: [40, 55],
    newRange: [35, 52],
    decimals: 1,
  }),
  laboratory('cholinesterase', {
    values: [2410, 2350, 2280, 2300, 2390, 2480, 2610, 2650, 2790, 3120, 3380],
    range: [5000, 12000],
  }),
]

const coagulation: Series[] = [
  laboratory('prothrombin_time', {
    values: [17.2, 17.5, 17.9, 17.8, 17.4, 17.1, 16.8, 16.6, 16.2, 15.4, 14.9],
    range: [11, 14.5],
    decimals: 1,
  }),
  seriesOf(
    {
      id: 'prothrombin_prolongation',
      name: text('prothrombin time above control', '凝血酶原时间延长'),
      abbreviation: 'PT−C',
      unit: 's',
    },
    { values: [4.6, 4.9, 5.3, 5.2, 4.8, 4.5, 4.2, 4.0, 3.6, 2.9, 2.4], decimals: 1 },
  ),
  laboratory('inr', {
    values: [1.48, 1.52, 1.56, 1.55, 1.51, 1.48, 1.45, 1.43, 1.4, 1.33, 1.28],
    range: [0.85, 1.15],
    decimals: 2,
  }),
  laboratory('prothrombin_activity', {
    values: [52, 50, 48, 49, 51, 53, 55, 56, 59, 64, 68],
    range: [70, 130],
  }),
  laboratory('platelets', { values: [58, 55, 52, 54, 49, 53, 57, 60, 58, 63, 66], range: [125, 350] }),
]

const others: Series[] = [
  laboratory('hbv_dna', {
    values: [3_400_000, 128_000, 2140, 1820, 460, 96, Number.NaN, Number.NaN, 20, 20, 20],
    change: ({ value }) => (value === 20 ? { comparator: '<', printed: '<20 [IU]/mL' } : {}),
  }),
  laboratory('creatinine', {
    values: [71, 73, 76, 75, 79, Number.NaN, 74, 72, 73, 70, 69],
    range: [57, 97],
  }),
  laboratory('sodium', {
    values: [133, 132, 131, 131, 132, 134, 135, 135, 136, 138, 138],
    range: [137, 147],
  }),
  laboratory('alpha_fetoprotein', {
    values: [9.1, 8.7, Number.NaN, 8.2, Number.NaN, Number.NaN, 7.4, Number.NaN, 6.9, 5.8, 5.1],
    range: [null, 7],
    decimals: 1,
  }),
  laboratory('immunoglobulin_g', {
    values: [Number.NaN, Number.NaN, 21.4, 21.1, Number.NaN, Number.NaN, 20.3, Number.NaN, 19.2, 18.1, 17.2],
    range: [8.6, 17.4],
    decimals: 1,
  }),
  laboratory('immunoglobulin_a', {
    values: [Number.NaN, Number.NaN, 5.9, 5.8, Number.NaN, Number.NaN, 5.6, Number.NaN, 5.1, 4.8, 4.6],
    range: [1, 4.2],
    decimals: 1,
  }),
]

function measured(
  id: Series['id'],
  name: Series['name'],
  abbreviation: string,
  unit: string,
  shape: Shape,
): Series {
  return seriesOf({ id, name, abbreviation, unit }, shape)
}

const none = Number.NaN
const byExaminer = (point: Point): Partial<Point> => ({
  by: point.at > zero + 100 ? 'Dr Zhao' : 'Dr Lin',
  flags: point.at > zero + 100 && point.at < zero + 200 ? ['examiner_changed'] : [],
  isWithinVariation: point.at > zero + 20 && point.at < zero + 100,
})
const portal: Series[] = [
  measured('portal_diameter', text('portal vein diameter', '门静脉内径'), 'PVD', 'mm', {
    values: [none, 14.2, 14.3, none, none, none, 14, none, 13.8, 13.4, 13.1],
    decimals: 1,
    change: byExaminer,
  }),
  measured('portal_mean_velocity', text('mean portal velocity', '门静脉平均流速'), 'Vmean', 'cm/s', {
    values: [none, 11.2, 10.8, none, none, none, 11.6, none, 12.1, 13.2, 13.9],
    decimals: 1,
    change: byExaminer,
  }),
  measured(
    'portal_flow_measured',
    text('portal flow, measured', '门静脉血流量（实测）'),
    'Q meas.',
    'mL/min',
    {
      values: [none, 1040, 1015, none, none, none, 1070, none, 1080, 1120, 1130],
      change: byExaminer,
    },
  ),
  measured(
    'portal_flow_computed',
    text('portal flow, computed', '门静脉血流量（计算）'),
    'Q comp.',
    'mL/min',
    {
      values: [none, 1064, 1041, none, none, none, 1071, none, 1086, 1117, 1124],
      change: byExaminer,
    },
  ),
  measured('congestion_index', text('congestion index', '门静脉淤血指数'), 'CI', 'cm.s', {
    values: [none, 0.141, 0.149, none, none, none, 0.133, none, 0.124, 0.107, 0.097],
    decimals: 3,
    change: byExaminer,
  }),
  measured('liver_stiffness', text('liver stiffness', '肝脏硬度'), 'LSM', 'kPa', {
    values: [none, none, 28.4, none, none, none, none, none, none, 24.1, none],
    decimals: 1,
    change: point => (point.at > zero ? { flags: ['device_changed'] } : {}),
  }),
  measured('spleen_stiffness', text('spleen stiffness', '脾脏硬度'), 'SSM', 'kPa', {
    values: [none, none, 52.3, none, none, none, none, none, none, 47.9, none],
    decimals: 1,
  }),
  measured('ascites_grade', text('ascites grade', '腹水分级'), 'Ascites', '1', {
    values: [2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 0],
  }),
  measured('ishak_activity', text('Ishak activity', 'Ishak炎症活动度'), 'HAI', '1', {
    values: [none, 8, none, none, none, none, none, none, none, none, 5],
  }),
  measured('ishak_fibrosis', text('Ishak fibrosis', 'Ishak纤维化分期'), 'F', '1', {
    values: [none, 6, none, none, none, none, none, none, none, none, 6],
  }),
]

function score(id: ScoreSeries, name: Series['name'], abbreviation: string, shape: Shape): Series {
  const change = (point: Point, index: number): Partial<Point> => ({
    ...{ fact: null, by: null, flags: point.flags.filter(flag => flag !== 'laboratory_changed') },
    inputs: inputsAt(index),
    ...shape.change?.(point, index),
  })
  return seriesOf({ id, name, abbreviation, unit: '1' }, { ...shape, change })
}

function inputsAt(index: number): Point['inputs'] {
  const names = ['bilirubin_total', 'inr', 'creatinine'] as const
  return names.flatMap(id => {
    const shown = [...liver, ...coagulation, ...others].find(series => series.id === id)
    const day = dateOf(zero + (TAKEN[index]?.[0] ?? 0) * 7)
    const point = shown?.points.find(({ on }) => on === day)
    if (point?.fact === undefined || point.fact === null) return []
    const { printed } = point
    return [{ name: analytes[id].name, printed, on: point.on, fact: point.fact }]
  })
}

const classOf = ({ value }: Point): Partial<Point> => ({
  category: value === null ? null : value >= 10 ? 'C' : value >= 7 ? 'B' : 'A',
})
const scores: Series[] = [
  score('meld', text('MELD (UNOS)', 'MELD评分（UNOS）'), 'MELD', {
    values: [14, 15, 16, 16, 16, none, 14, 14, 13, 12, 11],
  }),
  score('meld_na', text('MELD-Na (OPTN 2016)', 'MELD-Na评分（OPTN 2016）'), 'MELD-Na', {
    values: [18, 19, 21, 21, 20, none, 16, 16, 14, 12, 11],
  }),
  score('meld_3_0', text('MELD 3.0', 'MELD 3.0评分'), 'MELD 3.0', {
    values: [18, 19, 20, 20, 20, none, 16, 16, 15, 12, 11],
  }),
  score('child_pugh', text('Child-Pugh', 'Child-Pugh评分'), 'Child-Pugh', {
    values: [9, 10, 10, 10, 10, 9, 9, 8, 8, 7, 6],
    change: classOf,
  }),
  score('albi', text('ALBI', 'ALBI评分'), 'ALBI', {
    values: [-1.3, -1.24, -1.16, -1.2, -1.22, -1.31, -1.4, -1.43, -1.52, -1.73, -1.88],
    decimals: 2,
    change: ({ value }) => ({ category: value !== null && value > -1.39 ? '3' : '2' }),
  }),
  score('egfr_ckd_epi_2021', text('eGFR (CKD-EPI 2021)', '估算肾小球滤过率'), 'eGFR', {
    values: [103, 101, 98, 99, 94, none, 100, 102, 101, 104, 105],
  }),
]

function mark(kind: Mark['kind'], week: number, words: readonly [string, string], lasts?: number): Mark {
  const on = dateOf(zero + week * 7)
  return {
    kind,
    fact: nextFact(),
    from: EventTime.parse(on),
    at: dayOf(on) + 0.4,
    to: lasts === undefined ? null : EventTime.parse(dateOf(zero + (week + lasts) * 7)),
    until: lasts === undefined ? null : zero + (week + lasts) * 7,
    label: text(...words),
  }
}

const marks: Mark[] = [
  mark('antiviral', -26, ['entecavir 0.5 mg', '恩替卡韦 0.5 mg'], 70),
  mark('diuretic', -10, ['spironolactone 100 mg', '螺内酯 100 mg'], 22),
  mark('paracentesis', -6, ['paracentesis 3.2 L', '腹腔穿刺放液 3.2 L']),
  mark('albumin_infusion', -6, ['albumin 20 g', '人血白蛋白 20 g']),
  mark('dose', 0, ['dose 1', '第 1 次给药']),
  mark('decompensation', 5, ['variceal bleeding', '静脉曲张破裂出血']),
  mark('transfusion', 5, ['red cells 2 U', '红细胞 2 U']),
  mark('dose', 24, ['dose 2', '第 2 次给药']),
]

const visits: VisitBand[] = [1, 2, 4, 8, 12, 24, 36, 52].map(week => {
  const day = zero + week * 7
  const days = week < 8 ? 2 : 7
  return {
    visit: Slug.parse(`week-${week}`),
    title: text(`Week ${week}`, `第 ${week} 周`),
    from: week === 52 ? day : day - days,
    to: week === 52 ? day : day + days,
    hasWindow: week !== 52,
    state: week === 12 ? 'missed' : week === 52 ? 'planned' : 'done',
  }
})

/** A year of an invented patient, as the engine answers it. */
export function trendsFixture(): Trends {
  return {
    day0: DAY0,
    today: CivilDate.parse('2026-11-29'),
    series: [...scores, ...liver, ...coagulation, ...others, ...portal],
    gaps: [
      {
        score: 'meld',
        on: CivilDate.parse('2026-03-16'),
        lacks: [text('creatinine is missing', '缺少肌酐')],
      },
    ],
    marks,
    undatedMarks: 0,
    visits,
    liverInjury: liver[0]?.points.map(({ on }, index) => injuryAt(CivilDate.parse(on), index)) ?? [],
    signals: [
      {
        on: CivilDate.parse('2026-03-09'),
        against: 'uln',
        aminotransferase: 6,
        bilirubin: 2.5,
        alkalinePhosphatase: 1,
      },
    ],
    notChosen: [text('No variation was entered for creatinine.', '尚未录入肌酐的变异系数。')],
  }
}

function injuryAt(on: CivilDate, index: number): Trends['liverInjury'][number] {
  const at = (series: Series | undefined) => series?.points[index]
  const [alt, , bilirubin] = liver
  const alp = liver[5]
  const over = (point: Point | undefined) =>
    point?.high == null || point.value === null ? null : point.value / point.high
  const times = (point: Point | undefined, series: Series | undefined) =>
    point?.value == null || series?.baseline == null ? null : point.value / series.baseline.value
  return {
    on,
    altUln: over(at(alt)),
    bilirubinUln: over(at(bilirubin)),
    altBaseline: times(at(alt), alt),
    bilirubinBaseline: times(at(bilirubin), bilirubin),
    alpUln: over(at(alp)),
  }
}

/** Somebody outside any trial: the same values, no dose, no visits, no baseline. */
export function outsideTrialFixture(): Trends {
  const trends = trendsFixture()
  return {
    ...trends,
    day0: null,
    marks: trends.marks.filter(({ kind }) => kind !== 'dose'),
    visits: [],
    series: trends.series.map(series => ({
      ...series,
      baseline: null,
      points: series.points.map(point => ({ ...point, visit: null, flags: [] })),
    })),
    signals: [],
    notChosen: [text('No baseline rule was chosen.', '尚未选定基线规则。'), verbatim('Child-Pugh')],
  }
}
