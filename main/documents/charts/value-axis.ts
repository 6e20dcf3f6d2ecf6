import type { Axis } from '../layout/chart.ts'

interface Kind {
  readonly isLog: boolean
  /** Grades and points of a score have nothing between them. */
  readonly isWhole: boolean
}

const STEPS = [1, 2, 2.5, 5, 10]
const MOST_POWERS = 4

/** An axis on which all the values lie, with about three round ticks. */
export function valueAxis(values: readonly number[], { isLog, isWhole }: Kind): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return isLog ? logAxis(least, most) : linearAxis(least, most, isWhole)
}

function linearAxis(least: number, most: number, isWhole: boolean): Axis {
  const spread = most - least || Math.abs(most) || 1
  const rough = stepFor(spread / 3)
  const step = isWhole ? Math.max(1, Math.ceil(rough)) : rough
  const margin = spread * 0.08
  // Below 0 only where a value is: an axis must not suggest what cannot be.
  const from = least >= 0 ? Math.max(0, least - margin) : least - margin
  const to = most + margin
  const ticks = []
  for (let index = Math.ceil(from / step); index * step <= to; index += 1) {
    const at = Number((index * step).toPrecision(12))
    ticks.push({ at, labels: [`${at}`.replace('-', '−')] })
  }
  return { from, to, ticks }
}

function stepFor(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return (STEPS.find(step => step * power >= rough * 0.999) ?? 10) * power
}

/** Whole powers of ten at both ends, and at most one step between ticks for every four of them. */
function logAxis(least: number, most: number): Axis {
  const low = Math.floor(Math.log10(least) - 0.05)
  const high = Math.max(low + 1, Math.ceil(Math.log10(most) + 0.05))
  const step = Math.ceil((high - low) / MOST_POWERS)
  const ticks = []
  for (let power = low; power <= high; power += step)
    ticks.push({ at: 10 ** power, labels: [powerText(power)] })
  return { from: 10 ** low, to: 10 ** high, ticks }
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function powerText(power: number): string {
  if (power >= -1 && power <= 3) return `${Number((10 ** power).toPrecision(1))}`
  const digits = [...`${Math.abs(power)}`].map(digit => SUPERSCRIPT[Number(digit)]).join('')
  return `10${power < 0 ? '⁻' : ''}${digits}`
}
