import type { Analyte } from '../analytes.ts'
import { type DayNumber, dateOf } from '../civil-date.ts'
import { multipleOf } from '../scores/result.ts'
import type { LatestValue } from './latest.ts'
import type { MeasuredChart } from './measured.ts'
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

/** The last value of an analyte on each of its days as multiples; one that is only known to lie below a limit has none. */
export function multiplesOf(
  analyte: Analyte,
  { chart, latest, baselines }: { chart: MeasuredChart; latest: LatestValue; baselines: OwnBaselines },
): Map<DayNumber, Multiples> {
  const own = baselines.get(analyte)
  const days = new Set((chart.get(analyte)?.points ?? []).map(({ day }) => day))
  const found = new Map<DayNumber, Multiples>()
  for (const day of days) {
    const point = latest(analyte, day, 0)
    if (point === undefined || point.value === null || point.comparator?.startsWith('<')) continue
    const over = (limit: number | null | undefined) =>
      limit ? multipleOf(point.value as number, limit) : null
    found.set(day, {
      ...{ day, uln: over(point.high), baseline: over(own?.value) },
      isAtLeast: point.comparator !== null,
      isUnfit: point.isUnfit,
    })
  }
  return found
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
