import { limitsNear } from '#shared/core/trends/drawing/ranges.ts'
import type { DrawnLine } from './drawn-line.ts'

interface Beside {
  readonly level: number | undefined
  readonly also: readonly number[]
  /** Powers of ten lie too far apart to tell what is near. */
  readonly isLog: boolean
}

/** The values that the axis of a panel must hold: its own, its baseline and level, and limits that lie near. */
export function heldBy(lines: readonly DrawnLine[], { level, also, isLog }: Beside): number[] {
  const own = lines.flatMap(({ points, baseline }) => [
    ...points.map(({ value }) => value),
    ...(baseline === null ? [] : [baseline]),
  ])
  const values = [...own, ...also, ...(level === undefined ? [] : [level])]
  const [line] = lines
  if (line === undefined || lines.length > 1 || isLog) return values
  return [...values, ...limitsNear(values, line.points)]
}
