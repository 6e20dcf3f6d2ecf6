import { text } from '#shared/core/text.ts'
import type { Point, Series } from '#shared/core/trends/series.ts'
import { laboratory, seriesOf } from './series-of.ts'

const graded = (point: Point): Partial<Point> => ({
  grade: { absolute: point.high !== null && (point.value ?? 0) > point.high ? 1 : 0, relative: null },
})

export const liver: Series[] = [
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

export const coagulation: Series[] = [
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

export const others: Series[] = [
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
