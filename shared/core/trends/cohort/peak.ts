import { type CivilDate, dateOf, dayOf } from '../../civil-date.ts'
import { multipleOf } from '../../scores/result.ts'
import type { Peak } from '../cohort.ts'
import type { Point, SeriesId } from '../series.ts'
import { dayOfPoint, type Member, seriesIn } from './member.ts'

interface Highest {
  readonly multiple: number
  readonly on: CivilDate
}

/** The highest multiples after the day of the first dose, of fit specimens; null where ALT or bilirubin has none. */
export function peakOf(member: Member): Peak | null {
  const alt = peaks('alanine_aminotransferase', member)
  const bilirubin = peaks('bilirubin_total', member)
  const [altOn, bilirubinOn] = [(alt.uln ?? alt.baseline)?.on, (bilirubin.uln ?? bilirubin.baseline)?.on]
  if (altOn === undefined || bilirubinOn === undefined) return null
  return {
    on: altOn,
    bilirubinOn,
    altUln: alt.uln?.multiple ?? null,
    altBaseline: alt.baseline?.multiple ?? null,
    bilirubinUln: bilirubin.uln?.multiple ?? null,
    bilirubinBaseline: bilirubin.baseline?.multiple ?? null,
    alpUln: peaks('alkaline_phosphatase', member).uln?.multiple ?? null,
  }
}

function peaks(id: SeriesId, member: Member): { uln: Highest | undefined; baseline: Highest | undefined } {
  const { day0 } = member.trends
  const series = seriesIn(member, id)
  const points = day0 === null ? [] : (series?.points ?? [])
  const after = points.flatMap(point => {
    const day = dayOfPoint(point, member)
    const counts = point.comparator === null && !point.flags.includes('specimen')
    return counts && day > dayOf(day0 ?? '') ? [{ point, on: dateOf(day) }] : []
  })
  const own = series?.baseline?.value
  return { uln: highest(after, ({ high }) => high), baseline: highest(after, () => own ?? null) }
}

interface Dated {
  readonly point: Point
  readonly on: CivilDate
}

function highest(points: readonly Dated[], over: (point: Point) => number | null): Highest | undefined {
  let found: Highest | undefined
  for (const { point, on } of points) {
    const reference = over(point)
    if (point.value === null || !reference) continue
    // Divided as a number to find the highest, and by decimals for what is shown and compared.
    if (found !== undefined && point.value / reference < found.multiple) continue
    found = { multiple: multipleOf(point.value, reference), on }
  }
  return found
}
