import type { Analyte } from '../analytes.ts'
import { type DayNumber, dateOf, type EventTime } from '../civil-date.ts'
import { scoreCatalogue } from '../scores/catalogue.ts'
import { roundedTo } from '../scores/result.ts'
import { scoreIdOf } from './definitions.ts'
import { emptyGathered, type Gathered } from './gather.ts'
import type { MeasuredChart } from './measured.ts'
import { type Outcome, whyNot } from './outcome.ts'
import { portalScores } from './portal-scores.ts'
import { type ScoreContext, type ScorePlan, scorePlans } from './score-plans.ts'
import type { Point, ScoreGap, ScoreSeries } from './series.ts'
import { unscheduledTest, type VisitDays } from './visit-days.ts'

/** A point of a score with the times that it rests on. */
export interface ScorePoint {
  readonly day: DayNumber
  readonly times: readonly EventTime[]
  readonly point: Point
}

/** The scores of a patient and what could not be computed. */
export interface Scores {
  readonly series: ReadonlyMap<ScoreSeries, ScorePoint[]>
  readonly gaps: readonly ScoreGap[]
}

/** Every score on every day on which one of its laboratory values was measured. */
export function scoresOf(chart: MeasuredChart, context: ScoreContext, visits: VisitDays): Scores {
  const series = new Map<ScoreSeries, ScorePoint[]>()
  const gaps: ScoreGap[] = []
  const isUnscheduled = unscheduledTest(context.source)
  const add = (id: ScoreSeries, gathered: Gathered, outcome: Outcome) => {
    if ('lacks' in outcome) {
      gaps.push({ score: id, on: dateOf(gathered.day), lacks: [...outcome.lacks] })
      return
    }
    const point = scorePoint(gathered, outcome, { id, visits, isUnscheduled })
    const points = series.get(id)
    if (points === undefined) series.set(id, [point])
    else points.push(point)
  }
  for (const plan of scorePlans(context.source.trial?.choices)) {
    for (const day of daysOf(plan, chart)) {
      const gathered = emptyGathered(day)
      add(plan.series, gathered, outcomeOf(plan, gathered, context))
    }
  }
  for (const { id, gathered, outcome } of portalScores(chart)) add(id, gathered, outcome)
  return { series, gaps: gaps.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))) }
}

function outcomeOf(plan: ScorePlan, gathered: Gathered, context: ScoreContext): Outcome {
  const result = plan.compute(gathered, context)
  if (gathered.lacks.length > 0) return { lacks: gathered.lacks }
  if (result.state === 'scored') return result.value
  return { lacks: [whyNot(result)] }
}

function daysOf({ laboratory }: ScorePlan, chart: MeasuredChart): DayNumber[] {
  const days = new Set<DayNumber>()
  for (const analyte of laboratory) for (const { day } of valuesOf(analyte, chart)) days.add(day)
  return [...days].sort((a, b) => a - b)
}

function valuesOf(analyte: Analyte, chart: MeasuredChart) {
  return chart.get(analyte)?.points ?? []
}

interface Drawing {
  readonly id: ScoreSeries
  readonly visits: VisitDays
  readonly isUnscheduled: ReturnType<typeof unscheduledTest>
}

function scorePoint(
  gathered: Gathered,
  { value, category }: Extract<Outcome, { value: number }>,
  { id, visits, isUnscheduled }: Drawing,
): ScorePoint {
  const { day, inputs, values } = gathered
  const visit = visits.get(day)
  const flags: Point['flags'] = []
  if (values.some(({ isUnfit }) => isUnfit)) flags.push('specimen')
  if (values.some(({ fact }) => fact.version > 1)) flags.push('corrected')
  if (visit?.isOutOfWindow === true) flags.push('out_of_window')
  if (isUnscheduled(day, visit)) flags.push('unscheduled')
  const { decimals } = scoreCatalogue[scoreIdOf(id)]
  return {
    day,
    times: values.map(({ on }) => on),
    point: {
      fact: null,
      on: gathered.on,
      at: day,
      value,
      printed: Number.isInteger(value)
        ? value.toFixed(decimals)
        : roundedTo(value, decimals).toFixed(decimals),
      comparator: null,
      low: null,
      high: null,
      by: null,
      visit: visit?.visit ?? null,
      flags,
      grade: null,
      isWithinVariation: null,
      category,
      inputs,
    },
  }
}
