import type { PlacedPoint } from './placed-point.ts'

/** A range over the days on which it was printed. */
export interface RangeStep {
  readonly from: number
  readonly to: number
  readonly low: number | null
  readonly high: number | null
}

/** The ranges printed with the points as steps, changing half-way between two points; a point without one has a gap. */
export function rangesOf(points: readonly Pick<PlacedPoint, 'at' | 'low' | 'high'>[]): RangeStep[] {
  const steps: RangeStep[] = []
  points.forEach(({ at, low, high }, index) => {
    if (low === null && high === null) return
    const from = halfWay(at, points[index - 1]?.at)
    const to = halfWay(at, points[index + 1]?.at)
    const last = steps.at(-1)
    if (last?.to === from && last.low === low && last.high === high) steps[steps.length - 1] = { ...last, to }
    else steps.push({ from, to, low, high })
  })
  return steps
}

function halfWay(at: number, other: number | undefined): number {
  return other === undefined ? at : (at + other) / 2
}

/** Limits of the ranges, unless one lies so far off that the values would become a flat line. */
export function limitsNear(
  values: readonly number[],
  points: readonly Pick<PlacedPoint, 'low' | 'high'>[],
): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const reach = Math.max(most - least, Math.abs(most) * 0.25)
  return points
    .flatMap(({ low, high }) => [low, high])
    .filter(limit => limit !== null)
    .filter(limit => limit >= least - reach && limit <= most + reach)
}
