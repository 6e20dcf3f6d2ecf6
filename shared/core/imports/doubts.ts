import { type Analyte, analyteOfLoinc, analytes } from '../analytes.ts'
import { dayOf } from '../civil-date.ts'
import { Decimal } from '../decimal.ts'
import type { FactContent, FactContentOf } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { plausible } from '../scores/inputs.ts'
import { unitText } from '../unit-text.ts'
import { convert } from '../units.ts'
import type { Statement } from './compare-chart.ts'
import type { Doubt } from './row.ts'
import { resultText } from './same-specimen.ts'

/** In the unit in which Lobule compares the analyte. */
const limits: Partial<Record<Analyte, { readonly low: number; readonly high: number }>> = {
  alanine_aminotransferase: plausible.enzymeUPerL,
  aspartate_aminotransferase: plausible.enzymeUPerL,
  gamma_glutamyl_transferase: plausible.enzymeUPerL,
  alkaline_phosphatase: plausible.enzymeUPerL,
  cholinesterase: plausible.enzymeUPerL,
  bilirubin_total: plausible.bilirubinUmolPerL,
  albumin: plausible.albuminGPerL,
  inr: plausible.inr,
  creatinine: plausible.creatinineUmolPerL,
  sodium: plausible.sodiumMmolPerL,
  platelets: plausible.plateletsGigaPerL,
}

/** Treatment takes these over several powers of ten: against their own series nothing is a slip. */
const WIDE: ReadonlySet<Analyte | undefined> = new Set<Analyte>(['hbv_dna', 'alpha_fetoprotein'])

/*
 * Technical limits for slips of typing and of units, ours and not clinical: a misplaced decimal point makes 10, a
 * confused prefix of a unit 1000. A true change of this size is possible, and is then confirmed.
 */
const JUMP = 5
const JUMP_DAYS = 90
const THOUSANDFOLD = { from: 200, to: 5000 }

/** A result as a number to compare by, in the analyte's own unit where Lobule knows it. */
interface Point {
  readonly series: string
  readonly value: number
  readonly day: number
  readonly content: FactContentOf<'laboratory'>
}

/** Marks what is worth a question among the statements about one patient, beside what is charted. */
export function markDoubts(statements: readonly Statement[], facts: readonly Fact[]): void {
  const open = statements.filter(({ outcome }) => outcome !== 'same')
  if (open.length === 0) return
  const replaced = new Set(open.flatMap(({ before }) => (before ? [before.id] : [])))
  const kept = facts.filter(({ id }) => !replaced.has(id)).map(({ content }) => content)
  const places = placesOf(
    kept,
    open.map(({ content }) => content),
  )
  for (const { content, doubts } of open) {
    if (content.kind === 'laboratory') doubts.push(...resultDoubts(content, places.get(content)))
    else doubts.push(...examinationDoubts(content))
  }
}

/** A result, and those of its series that lie next to it in time. */
interface Placed {
  readonly point: Point
  readonly beside: readonly Point[]
}

/**
 * Held against what is charted: a whole file in a wrong unit agrees with itself. Only where nothing is charted of those
 * days, against the file's other rows.
 */
function placesOf(charted: readonly FactContent[], open: readonly FactContent[]): Map<FactContent, Placed> {
  const [chart, file] = [seriesOf(charted), seriesOf(open)]
  const placed = new Map<FactContent, Placed>()
  for (const [series, points] of file) {
    for (const point of points) {
      const known = nextTo(point, chart.get(series) ?? [])
      placed.set(point.content, { point, beside: known.length > 0 ? known : nextTo(point, points) })
    }
  }
  return placed
}

/** Up to two before and two after a point, close in time; two values of one specimen are asked about by themselves. */
function nextTo(point: Point, points: readonly Point[]): Point[] {
  const place = firstFrom(point.day, points)
  const near = points
    .slice(Math.max(0, place - 2), place + 3)
    .filter(({ content }) => content.on !== point.content.on)
  return near.filter(({ day }) => Math.abs(day - point.day) <= JUMP_DAYS)
}

/** The place of the first point of a day or later. */
function firstFrom(day: number, points: readonly Point[]): number {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((points[middle] as Point).day < day) low = middle + 1
    else high = middle
  }
  return low
}

function seriesOf(contents: readonly FactContent[]): Map<string, Point[]> {
  const series = new Map<string, Point[]>()
  for (const content of contents) {
    const point = content.kind === 'laboratory' ? pointOf(content) : undefined
    if (point === undefined) continue
    const points = series.get(point.series)
    if (points === undefined) series.set(point.series, [point])
    else points.push(point)
  }
  for (const points of series.values()) points.sort((a, b) => a.day - b.day)
  return series
}

/** Undefined where the day or the number itself is not known. */
function pointOf(content: FactContentOf<'laboratory'>): Point | undefined {
  const { loinc, unit, on, comparator } = content
  if (on.length < 10 || comparator !== undefined) return undefined
  const analyte = analyteOfLoinc(loinc)
  const value = inOwnUnit(content.value, analyte, unit)
  if (value === undefined) return undefined
  return { series: analyte ?? `${loinc} ${unit}`, value, day: dayOf(on), content }
}

function inOwnUnit(value: string, analyte: Analyte | undefined, unit: string): number | undefined {
  if (analyte === undefined || unit === analytes[analyte].unit) return Number(value)
  return convert(new Decimal(value), analyte, unit, analytes[analyte].unit)?.toNumber()
}

/** Without a place where day or number are not known. */
function resultDoubts(content: FactContentOf<'laboratory'>, placed: Placed | undefined): Doubt[] {
  const analyte = analyteOfLoinc(content.loinc)
  const value = placed?.point.value ?? inOwnUnit(content.value, analyte, content.unit)
  const outside = value === undefined || analyte === undefined ? [] : outsideLimits(value, analyte)
  if (placed === undefined || WIDE.has(analyte)) return outside
  const slip = thousandfold(placed) ?? jump(placed)
  return slip === undefined ? outside : [...outside, slip]
}

function outsideLimits(value: number, analyte: Analyte): Doubt[] {
  const range = limits[analyte]
  if (range === undefined || (value >= range.low && value <= range.high)) return []
  const against = `${range.low}–${range.high} ${unitText(analytes[analyte].unit)}`.trim()
  return [{ code: 'implausible', against }]
}

/** A thousand times away from every neighbour in the series, or where there is none from the printed range. */
function thousandfold({ point, beside }: Placed): Doubt | undefined {
  const [first] = beside
  if (first !== undefined) {
    if (!beside.every(one => isThousandfold(point.value, one.value))) return undefined
    return { code: 'thousandfold', against: resultText(first.content) }
  }
  const { range, unit, value } = point.content
  const isFarAbove = range?.high !== undefined && Number(value) / Number(range.high) >= THOUSANDFOLD.from
  const isFarBelow = range?.low !== undefined && Number(range.low) / Number(value) >= THOUSANDFOLD.from
  if (!isFarAbove && !isFarBelow) return undefined
  const against = `${range?.low ?? ''}–${range?.high ?? ''} ${unitText(unit)}`.trim()
  return { code: 'thousandfold', against }
}

function isThousandfold(one: number, other: number): boolean {
  const times = timesApart(one, other)
  return times >= THOUSANDFOLD.from && times <= THOUSANDFOLD.to
}

/** Away from the values before and after it in the same direction: else the other one may be the slip. */
function jump({ point, beside }: Placed): Doubt | undefined {
  const [first] = beside
  const isAway = beside.every(one => timesApart(point.value, one.value) >= JUMP)
  const isOneWay = new Set(beside.map(one => point.value > one.value)).size === 1
  if (first === undefined || !isAway || !isOneWay) return undefined
  return { code: 'jump', against: resultText(first.content) }
}

/** How many times the larger is the smaller; 1 where either is 0, for nothing can be said of that. */
function timesApart(one: number, other: number): number {
  if (one === 0 || other === 0) return 1
  return one > other ? one / other : other / one
}

function examinationDoubts(content: FactContent): Doubt[] {
  if (content.kind !== 'portal_vein') return []
  const measured = [
    [content.diameterMm, plausible.diameterMm, 'mm'],
    [content.meanVelocityCmPerS, plausible.meanVelocityCmPerS, 'cm/s'],
  ] as const
  return measured.flatMap(([value, { low, high }, unit]): Doubt[] => {
    if (value === undefined || (Number(value) >= low && Number(value) <= high)) return []
    return [{ code: 'implausible', against: `${low}–${high} ${unit}` }]
  })
}
