import type { Analyte } from '../analytes.ts'
import { type DayBounds, type DayNumber, dateOf, dayOf } from '../civil-date.ts'
import type { FactId } from '../ids.ts'
import { edishCuts, edishQuadrant } from '../scores/edish.ts'
import { multipleOf } from '../scores/result.ts'
import { baselineRule } from '../trends/baseline.ts'
import { type Comparable, comparable } from '../trends/liver-injury.ts'
import { type Measured, measuredChart } from '../trends/measured.ts'
import type { TrendSource } from '../trends/source.ts'
import type { CausalityContext } from './context.ts'

/** How many days before and after onset count as around it. */
export const DAYS_AROUND = 30

interface Peak {
  readonly day: DayNumber
  readonly multiple: number
  readonly fact: FactId
}

type Liver = NonNullable<CausalityContext['liver']>

/** The highest liver tests around onset, none after today; null where the record tells neither ratio nor position. */
export function liverAround(
  onset: DayBounds,
  source: TrendSource,
): { readonly liver: Liver | null; readonly used: readonly FactId[] } {
  const from = onset.earliest - DAYS_AROUND
  const to = Math.min(onset.latest + DAYS_AROUND, dayOf(source.today))
  const chart = measuredChart(source.facts, source.siteDay)
  const allOf = (analyte: Analyte) => chart.get(analyte)?.points ?? []
  const around = (analyte: Analyte) => valuesOf(allOf(analyte).filter(({ day }) => day >= from && day <= to))
  const [alts, bilirubins] = [around('alanine_aminotransferase'), around('bilirubin_total')]
  const alt = peakOf(alts, overLimit)
  const bilirubin = peakOf(bilirubins, overLimit)
  const phosphatases = around('alkaline_phosphatase').filter(({ day }) => day === alt?.day)
  const alp = peakOf(phosphatases, overLimit)
  const own = {
    alt: ownPeak('alanine_aminotransferase', alts, { source, all: allOf }),
    bilirubin: ownPeak('bilirubin_total', bilirubins, { source, all: allOf }),
  }
  const [r, edish, mdish] = [ratioOf(alt, alp), pairOf(alt, bilirubin), pairOf(own.alt, own.bilirubin)]
  if (r === null && edish === null && mdish === null) return { liver: null, used: [] }
  return {
    liver: {
      ...{ from: dateOf(from), to: dateOf(to), r },
      edish: edish && { ...edish, quadrant: edishQuadrant(edish, edishCuts) },
      mdish,
    },
    used: [
      ...(r === null ? [] : factsOf(alt, alp)),
      ...(edish === null ? [] : factsOf(alt, bilirubin)),
      ...(mdish === null ? [] : [...factsOf(own.alt, own.bilirubin), ...baselinesOf(own)]),
    ],
  }
}

/** Of each day the values that can be compared. */
function valuesOf(points: readonly Measured[]): Comparable[] {
  return [...Map.groupBy(points, ({ day }) => day).values()].flatMap(comparable)
}

/** The highest multiple, the first of equal ones. */
function peakOf(points: readonly Comparable[], over: (point: Comparable) => number | null): Peak | undefined {
  let peak: Peak | undefined
  for (const point of points) {
    const multiple = over(point)
    if (multiple === null || (peak !== undefined && multiple <= peak.multiple)) continue
    peak = { day: point.day, multiple, fact: point.fact.id }
  }
  return peak
}

function overLimit({ value, high }: Comparable): number | null {
  return high ? multipleOf(value, high) : null
}

interface OwnPeak extends Peak {
  /** The values before the first dose that it is a multiple of. */
  readonly baseline: readonly FactId[]
}

function ownPeak(
  analyte: Analyte,
  points: readonly Comparable[],
  { source, all }: { readonly source: TrendSource; readonly all: (analyte: Analyte) => readonly Measured[] },
): OwnPeak | undefined {
  const values = all(analyte).map(({ day, on, value, comparator, isUnfit, fact }) => {
    return { day, times: [on], value, isCensored: comparator !== null, isUnfit, fact: fact.id }
  })
  const found = baselineRule(source)(analyte, values)
  if (found === undefined || found.baseline.value === 0) return undefined
  const peak = peakOf(points, ({ value }) => multipleOf(value, found.baseline.value))
  return peak && { ...peak, baseline: found.used.map(({ fact }) => fact) }
}

function ratioOf(alt: Peak | undefined, alp: Peak | undefined): Liver['r'] {
  if (alt === undefined || alp === undefined || alp.multiple === 0) return null
  return { value: multipleOf(alt.multiple, alp.multiple), on: dateOf(alt.day) }
}

function pairOf(alt: Peak | undefined, bilirubin: Peak | undefined): Liver['mdish'] {
  if (alt === undefined || bilirubin === undefined) return null
  const days = { on: dateOf(alt.day), bilirubinOn: dateOf(bilirubin.day) }
  return { ...days, alt: alt.multiple, bilirubin: bilirubin.multiple }
}

function factsOf(...peaks: (Peak | undefined)[]): FactId[] {
  return peaks.flatMap(peak => peak?.fact ?? [])
}

function baselinesOf({ alt, bilirubin }: { alt: OwnPeak | undefined; bilirubin: OwnPeak | undefined }) {
  return [alt, bilirubin].flatMap(peak => peak?.baseline ?? [])
}
