import type { LocalizedText } from '#shared/core/text.ts'
import type { Link } from '#shared/core/trends/drawing/links.ts'
import type { PlacedPoint } from '#shared/core/trends/drawing/placed-point.ts'
import type { Series } from '#shared/core/trends/series.ts'
import { unitText } from '#shared/core/unit-text.ts'
import type { Speech } from '../speech.ts'

interface Shown {
  readonly points: readonly PlacedPoint[]
  readonly strokes: readonly Link<PlacedPoint>[]
}

/** A chart in words: how many values of when, the first, the last, the extremes, and what breaks the line. */
export function alternativeOf(speech: Speech, series: Series, shown: Shown): string {
  return speech.plain({ en: english(series, shown), 'zh-CN': chinese(series, shown) })
}

interface Told {
  readonly count: number
  readonly first: string
  readonly last: string
  readonly lowest: string
  readonly highest: string
  readonly breaks: number
  readonly limits: number
}

function toldOf({ points, strokes }: Shown): Told {
  const byValue = points.toSorted((a, b) => a.value - b.value)
  return {
    count: points.length,
    first: said(points[0]),
    last: said(points.at(-1)),
    lowest: said(byValue[0]),
    highest: said(byValue.at(-1)),
    breaks: points.length - 1 - strokes.length,
    limits: points.filter(({ point }) => point.comparator !== null).length,
  }
}

function said(drawn: PlacedPoint | undefined): string {
  return drawn === undefined ? '' : `${drawn.point.printed} (${drawn.point.on.slice(0, 10)})`
}

function named({ abbreviation, name, unit }: Series, language: keyof LocalizedText): string {
  const printed = unit === '1' ? '' : `, ${unitText(unit)}`
  return `${abbreviation} ${name[language]}${printed}`
}

function english(series: Series, shown: Shown): string {
  const { count, first, last, lowest, highest, breaks, limits } = toldOf(shown)
  const { baseline } = series
  return [
    `${named(series, 'en')}: values ${count}, first ${first}, last ${last}, lowest ${lowest}, highest ${highest}`,
    ...(baseline ? [`baseline ${short(baseline.value)} of ${baseline.count}`] : []),
    ...(limits > 0 ? [`known only as a limit: ${limits}`] : []),
    ...(breaks > 0 ? [`line broken over visits without a value: ${breaks}`] : []),
  ].join('; ')
}

function chinese(series: Series, shown: Shown): string {
  const { count, first, last, lowest, highest, breaks, limits } = toldOf(shown)
  const { baseline } = series
  return [
    `${named(series, 'zh-CN')}：共${count}个值，首次 ${first}，末次 ${last}，最低 ${lowest}，最高 ${highest}`,
    ...(baseline ? [`基线 ${short(baseline.value)}（${baseline.count}个值）`] : []),
    ...(limits > 0 ? [`仅知界限值：${limits}个`] : []),
    ...(breaks > 0 ? [`因访视无该项结果断开：${breaks}处`] : []),
  ].join('；')
}

/** Four digits that count: a mean has no more of its own. */
export function short(value: number): string {
  return `${Number(value.toPrecision(4))}`.replace('-', '−')
}
