import type { Analyte } from '../analytes.ts'
import { type BaselineRule, baselineRule } from './baseline.ts'
import { courseOf } from './course.ts'
import { seriesDefinition, seriesOrder } from './definitions.ts'
import { latestValues } from './latest.ts'
import { type LiverMultiples, liverInjuryPath, multiplesOf, type OwnBaseline } from './liver-injury.ts'
import { marksOf } from './marks.ts'
import { measuredChart } from './measured.ts'
import { notChosenFor } from './not-chosen.ts'
import { type DrawnSeries, drawn } from './points.ts'
import { type ScorePoint, scoresOf } from './scores.ts'
import type { Series, SeriesId, Trends } from './series.ts'
import { signalsOf } from './signals.ts'
import type { TrendSource } from './source.ts'
import { visitBands } from './visit-bands.ts'
import { visitDays } from './visit-days.ts'

/** Everything that the charts of one patient draw, from what is charted now. Nothing is interpolated or assumed. */
export function trendsOf(source: TrendSource): Trends {
  const { trial, today, facts } = source
  const chart = measuredChart(facts, source.siteDay)
  const visits = visitDays(source)
  const rule = baselineRule(source)
  const context = { source, visits, rule, anticoagulation: courseOf('anticoagulation', source) }
  const series = new Map<SeriesId, Series>()
  const baselines = new Map<Analyte, OwnBaseline>()
  for (const [id, { points, notComparable, undated }] of chart) {
    const line = drawn(id, points, context)
    series.set(id, seriesOf(id, line, { notComparable, undated }))
    const { baseline, baselineUpperLimit: upperLimit } = line
    if (baseline !== null) baselines.set(id as Analyte, { value: baseline.value, upperLimit })
  }
  const latest = latestValues(chart)
  const scores = scoresOf(
    chart,
    {
      source,
      latest,
      inputDays: trial?.choices?.inputDays ?? 0,
      encephalopathy: courseOf('hepatic_encephalopathy', source),
      dialysis: courseOf('dialysis', source),
    },
    visits,
  )
  for (const [id, points] of scores.series) series.set(id, scoreSeries(id, points, rule))
  const multiples = liverMultiples({ chart, baselines })
  const { marks, undated } = marksOf(source)
  return {
    day0: trial?.calendar.day0 ?? null,
    today,
    series: seriesOrder.flatMap(id => series.get(id) ?? []),
    gaps: [...scores.gaps],
    marks,
    undatedMarks: undated,
    visits: visitBands(trial?.calendar, source.siteDay),
    liverInjury: liverInjuryPath(multiples),
    signals: signalsOf(trial?.choices?.liverInjury, multiples, hasAbnormal(baselines)),
    notChosen: notChosenFor(trial),
  }
}

function seriesOf(
  id: SeriesId,
  { points, baseline }: Pick<DrawnSeries, 'points' | 'baseline'>,
  counts: Pick<Series, 'notComparable' | 'undated'>,
): Series {
  const { name, abbreviation, unit } = seriesDefinition(id)
  return { id, name, abbreviation, unit, points, baseline, ...counts }
}

function scoreSeries(id: SeriesId, points: readonly ScorePoint[], rule: BaselineRule): Series {
  const values = points.map(({ day, times, point }) => ({
    day,
    times,
    value: point.value,
    isCensored: false,
    isUnfit: point.flags.includes('specimen'),
  }))
  const baseline = rule(id, values)?.baseline ?? null
  const line = { points: points.map(({ point }) => point), baseline }
  return seriesOf(id, line, { notComparable: 0, undated: 0 })
}

function liverMultiples(of: Parameters<typeof multiplesOf>[1]): LiverMultiples {
  return {
    alt: multiplesOf('alanine_aminotransferase', of),
    ast: multiplesOf('aspartate_aminotransferase', of),
    bilirubin: multiplesOf('bilirubin_total', of),
    alp: multiplesOf('alkaline_phosphatase', of),
  }
}

const injured = ['alanine_aminotransferase', 'aspartate_aminotransferase', 'bilirubin_total'] as const

/** Whether a baseline that liver injury is told by lay above its upper limit. */
function hasAbnormal(baselines: ReadonlyMap<Analyte, OwnBaseline>): boolean {
  return injured.some(analyte => {
    const own = baselines.get(analyte)
    return own !== undefined && own.upperLimit !== null && own.value > own.upperLimit
  })
}
