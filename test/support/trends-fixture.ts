import { CivilDate, dateOf, dayOf, EventTime } from '#shared/core/civil-date.ts'
import { Slug } from '#shared/core/ids.ts'
import { text, verbatim } from '#shared/core/text.ts'
import type { Mark, Point, Series, Trends, VisitBand } from '#shared/core/trends/series.ts'
import { coagulation, liver, others } from './trends/laboratory-series.ts'
import { portal, scores } from './trends/other-series.ts'
import { DAY0, nextFact, zero } from './trends/series-of.ts'

export { pointOn } from './trends/series-of.ts'

/*
 * One invented patient over a year of charts, with everything that a chart has to say: two laboratories, a missed visit,
 * limits, an unfit specimen, values out of window and unscheduled, scores and one that could not be computed.
 */

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
    lacking: null,
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
        isAtLeast: false,
        isUnfit: false,
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
