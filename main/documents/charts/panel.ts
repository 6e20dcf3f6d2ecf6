import type { LocalizedText } from '#shared/core/text.ts'
import { logSeries } from '#shared/core/trends/definitions.ts'
import { linksOf } from '#shared/core/trends/drawing/links.ts'
import type { PlacedPoint } from '#shared/core/trends/drawing/placed-point.ts'
import { lookOf } from '#shared/core/trends/drawing/point-look.ts'
import { limitsNear, type RangeStep, rangesOf } from '#shared/core/trends/drawing/ranges.ts'
import { areWhole, tickText, valueAxis } from '#shared/core/trends/drawing/value-axis.ts'
import { isNotTaken, lineBreaks } from '#shared/core/trends/line-breaks.ts'
import type { Mark, Series, Trends, VisitBand } from '#shared/core/trends/series.ts'
import { unitText } from '#shared/core/unit-text.ts'
import type { Area, Axis, Chart, Moment } from '../layout/chart.ts'
import type { Paragraph } from '../layout/text.ts'
import type { Speech } from '../speech.ts'
import { trendWords as words } from '../words/trend-words.ts'
import { alternativeOf, short } from './alternative.ts'
import { drawnOf } from './lines.ts'

const TITLE = 6.8

/** What all charts of a document have in common. */
export interface Shared {
  readonly speech: Speech
  readonly trends: Trends
  readonly time: Axis
}

/** One series as a chart; undefined where no point of it can be drawn. */
export function panelOf(series: Series, { speech, trends, time }: Shared): Chart | undefined {
  const isLog = logSeries.has(series.id)
  const points = drawnOf(series, isLog)
  if (points.length === 0) return undefined
  const { visits, marks } = trends
  const baseline = series.baseline?.value ?? null
  const strokes = linksOf(points, lineBreaks(visits, series.id))
  return {
    title: titleOf(speech, series),
    ...(series.baseline && { aside: baselineText(speech, series.baseline) }),
    alternative: alternativeOf(speech, series, { points, strokes }),
    time,
    values: axisOf(series, points, isLog),
    isLog,
    areas: [
      ...visits.filter(({ hasWindow }) => hasWindow).map(windowOf),
      ...rangesOf(points).map(rangeAreaOf),
    ],
    moments: [...visits.filter(({ hasWindow }) => !hasWindow).map(plannedOf), ...marks.map(momentOf)],
    baseline,
    strokes,
    points: points.map(({ at, value, point }) => ({ at, value, look: lookOf(point) })),
  }
}

function titleOf(speech: Speech, { abbreviation, name, unit }: Series): Paragraph {
  const printed = unit === '1' ? '' : unitText(unit)
  const isNamed = speech.plain(name).toLowerCase() !== abbreviation.toLowerCase()
  return {
    spans: [
      { text: abbreviation, bold: true, size: TITLE + 0.6 },
      ...(isNamed ? [{ text: '  ' }, ...speech.spans(name, { size: TITLE })] : []),
      ...(printed === '' ? [] : [{ text: `  ${printed}`, tone: 'soft' as const }]),
    ],
    size: TITLE,
  }
}

function baselineText(speech: Speech, { value }: NonNullable<Series['baseline']>): Paragraph {
  const size = 5.8
  const spans = [
    ...speech.spans(words.baseline, { size, tone: 'accent' }),
    { text: ` ${short(value)}`, size, tone: 'accent' as const },
  ]
  // As high as the title, so that both stand on one line.
  return { spans, size: TITLE + 0.6 }
}

function axisOf(series: Series, points: readonly PlacedPoint[], isLog: boolean): Axis {
  const own = points.map(({ value }) => value)
  const values = series.baseline ? [...own, series.baseline.value] : own
  const limits = isLog ? [] : limitsNear(values, points)
  const { from, to, ticks } = valueAxis([...values, ...limits], { isLog, isWhole: areWhole(points) })
  return { from, to, ticks: ticks.map(at => ({ at, labels: [tickText(at, isLog)] })) }
}

function rangeAreaOf(step: RangeStep): Area {
  return { ...step, tone: 'range' }
}

function windowOf(visit: VisitBand): Area {
  return { from: visit.from, to: visit.to, tone: isNotTaken(visit) ? 'missed' : 'window' }
}

function plannedOf({ from }: VisitBand): Moment {
  return { at: from, look: 'planned' }
}

function momentOf({ kind, at }: Mark): Moment {
  return { at, look: kind === 'dose' ? 'dose' : 'event' }
}

/** What the signs of the charts mean, in one paragraph. */
export function legend(): readonly (readonly [string, LocalizedText])[] {
  return [
    ['●', words.point],
    ['○', words.unscheduled],
    ['□', words.outOfWindow],
    ['▽△', words.limit],
    ['×', words.flagged],
    ['┆', words.changed],
  ]
}
