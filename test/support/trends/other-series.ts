import { analytes } from '#shared/core/analytes.ts'
import { dateOf } from '#shared/core/civil-date.ts'
import { text } from '#shared/core/text.ts'
import type { Point, ScoreSeries, Series } from '#shared/core/trends/series.ts'
import { coagulation, liver, others } from './laboratory-series.ts'
import { type Shape, seriesOf, TAKEN, zero } from './series-of.ts'

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
export const portal: Series[] = [
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
    const point = shown?.points.find(({ on }) => on.startsWith(day))
    if (point?.fact === undefined || point.fact === null) return []
    const { printed } = point
    return [{ name: analytes[id].name, printed, on: point.on, fact: point.fact }]
  })
}

const classOf = ({ value }: Point): Partial<Point> => ({
  category: value === null ? null : value >= 10 ? 'C' : value >= 7 ? 'B' : 'A',
})
export const scores: Series[] = [
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
