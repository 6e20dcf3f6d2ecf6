import type { Analyte } from '../analytes.ts'
import { type DayNumber, dateOf } from '../civil-date.ts'
import { multipleOf } from '../scores/result.ts'
import type { Measured, MeasuredChart } from './measured.ts'
import type { LiverInjuryPoint } from './series.ts'

/** The baseline of a series, and whether it lay above the upper limit of its own report. */
export interface OwnBaseline {
  readonly value: number
  readonly upperLimit: number | null
}

export type OwnBaselines = ReadonlyMap<Analyte, OwnBaseline>

/** One value as a multiple: of the upper limit that was printed with it, and of the patient's own baseline. */
export interface Multiples {
  readonly day: DayNumber
  readonly uln: number | null
  readonly baseline: number | null
  /** The report gives a lower limit only: the multiple is at least this. */
  readonly isAtLeast: boolean
  /** Its report calls the specimen unfit. */
  readonly isUnfit: boolean
}

/**
 * The highest value of an analyte on each of its days as multiples; of an unfit specimen only where none of the day is
 * fit. One that is only known to lie below a limit has none.
 */
export function multiplesOf(
  analyte: Analyte,
  { chart, baselines }: { chart: MeasuredChart; baselines: OwnBaselines },
): Map<DayNumber, Multiples> {
  const own = baselines.get(analyte)
  const found = new Map<DayNumber, Multiples>()
  for (const [day, points] of Map.groupBy(chart.get(analyte)?.points ?? [], point => point.day)) {
    const counted = comparable(points).map(point => multiplesIn(point, own))
    const highest = counted.reduce<Multiples | undefined>(higher, undefined)
    if (highest !== undefined) found.set(day, highest)
  }
  return found
}

/** A value that can be a multiple of something. */
export interface Comparable extends Measured {
  readonly value: number
}

/** Of the values of one day those of fit specimens where there are any; none that is only known to lie below a limit. */
export function comparable(points: readonly Measured[]): Comparable[] {
  const known = points.filter((point): point is Comparable => point.value !== null)
  const isAnyFit = known.some(({ isUnfit }) => !isUnfit)
  return known.filter(point => !(isAnyFit && point.isUnfit) && !point.comparator?.startsWith('<'))
}

function multiplesIn(point: Comparable, own: OwnBaseline | undefined): Multiples {
  const over = (limit: number | null | undefined) => (limit ? multipleOf(point.value, limit) : null)
  const { day, isUnfit } = point
  return {
    day,
    isUnfit,
    uln: over(point.high),
    baseline: over(own?.value),
    isAtLeast: point.comparator !== null,
  }
}

/** Two values of one day may have different limits: each multiple is the highest of its own. */
function higher(one: Multiples | undefined, other: Multiples): Multiples {
  if (one === undefined) return other
  return {
    ...other,
    uln: highestOf(one.uln, other.uln),
    baseline: highestOf(one.baseline, other.baseline),
    isAtLeast: one.isAtLeast || other.isAtLeast,
  }
}

function highestOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}

/** Where the patient stood on each day on which ALT and bilirubin were measured; a value known by a limit has no place. */
export function liverInjuryPath(multiples: LiverMultiples): LiverInjuryPoint[] {
  const { alt, bilirubin, alp } = multiples
  return [...alt.values()]
    .flatMap(({ day, uln, baseline, isAtLeast }): LiverInjuryPoint[] => {
      const other = bilirubin.get(day)
      if (other === undefined || isAtLeast || other.isAtLeast) return []
      const phosphatase = alp.get(day)
      return [
        {
          on: dateOf(day),
          altUln: uln,
          bilirubinUln: other.uln,
          altBaseline: baseline,
          bilirubinBaseline: other.baseline,
          alpUln: phosphatase?.isAtLeast ? null : (phosphatase?.uln ?? null),
        },
      ]
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** What liver injury is told by, each by its day. */
export interface LiverMultiples {
  readonly alt: ReadonlyMap<DayNumber, Multiples>
  readonly ast: ReadonlyMap<DayNumber, Multiples>
  readonly bilirubin: ReadonlyMap<DayNumber, Multiples>
  readonly alp: ReadonlyMap<DayNumber, Multiples>
}
