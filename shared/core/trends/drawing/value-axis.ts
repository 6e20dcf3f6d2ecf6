import type { PlacedPoint } from './placed-point.ts'

/** What a panel's values are drawn on. */
export interface ValueAxis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  readonly isLog: boolean
}

interface AxisKind {
  readonly isLog: boolean
  /** Grades and points of a score have nothing between them. */
  readonly isWhole: boolean
}

const STEPS = [1, 2, 2.5, 5, 10]

/** An axis on which all the values lie, with round ticks: about three, because panels are low. */
export function valueAxis(values: readonly number[], { isLog, isWhole }: AxisKind): ValueAxis {
  const finite = values.filter(value => Number.isFinite(value) && (!isLog || value > 0))
  if (finite.length === 0) return { from: 0, to: 1, ticks: [], isLog: false }
  const [least, most] = [Math.min(...finite), Math.max(...finite)]
  return isLog ? logAxis(least, most) : linearAxis(least, most, isWhole)
}

/** Whether all the values and the limits printed with them are whole. A baseline is a mean and tells nothing of it. */
export function areWhole(points: readonly Pick<PlacedPoint, 'value' | 'low' | 'high'>[]): boolean {
  return points.every(({ value, low, high }) =>
    [value, low, high].every(number => number === null || Number.isInteger(number)),
  )
}

function linearAxis(least: number, most: number, isWhole: boolean): ValueAxis {
  const spread = most - least || (isWhole ? 2 : Math.abs(most) * 0.2) || 1
  const rough = stepFor(spread / 3)
  // A score of whole points has no 12.5.
  const step = isWhole ? Math.max(1, Math.floor(rough)) : rough
  // A single value stands in the middle, between two ticks at least; so does one beside its mean, a part of a point away.
  const narrow = isWhole ? 1.08 - spread : 0
  const margin = Math.max(spread * (most === least ? 0.5 : 0.08), narrow)
  // Nothing that is measured here is negative unless a value is: an axis must not suggest it.
  const from = least >= 0 ? Math.max(0, least - margin) : least - margin
  const to = most + margin
  const ticks: number[] = []
  for (let index = Math.ceil(from / step); index * step <= to; index += 1) {
    const tick = Number((index * step).toPrecision(12))
    // Values that differ in their last digits alone: rounding can move a tick off the axis.
    if (tick >= from && tick <= to) ticks.push(tick)
  }
  return { from, to, ticks, isLog: false }
}

function stepFor(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return (STEPS.find(step => step * power >= rough * 0.999) ?? 10) * power
}

const MOST_TICKS = 4

function logAxis(least: number, most: number): ValueAxis {
  const low = Math.floor(Math.log10(least) - 0.05)
  const high = Math.max(low + 1, Math.ceil(Math.log10(most) + 0.05))
  const step = Math.ceil((high - low) / MOST_TICKS)
  const ticks: number[] = []
  for (let power = low; power <= high; power += step) ticks.push(10 ** power)
  return { from: 10 ** low, to: 10 ** high, ticks, isLog: true }
}

const MINUS = '−'
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A tick as short as it can be: powers of ten with their exponent, everything else in full. */
export function tickText(value: number, isLog: boolean): string {
  if (!isLog) return `${value}`.replace('-', MINUS)
  const power = Math.round(Math.log10(value))
  if (power >= -1 && power <= 3) return `${Number((10 ** power).toPrecision(1))}`
  const digits = [...`${Math.abs(power)}`].map(digit => SUPERSCRIPT[Number(digit)]).join('')
  return `10${power < 0 ? '⁻' : ''}${digits}`
}
