import type { DrawnLine, DrawnPoint } from './drawn-line.ts'

/** The values that the axis of a panel must hold: its own, its baseline and level, and limits that lie near. */
export function heldBy(
  lines: readonly DrawnLine[],
  level: number | undefined,
  also: readonly number[] = [],
): number[] {
  const own = lines.flatMap(({ points, baseline }) => [
    ...points.map(({ value }) => value),
    ...(baseline === null ? [] : [baseline]),
  ])
  const values = [...own, ...also, ...(level === undefined ? [] : [level])]
  return lines.length === 1 ? [...values, ...limitsNear(values, lines[0]?.points ?? [])] : values
}

/** Limits of the ranges, unless one lies so far off that the values would become a flat line. */
function limitsNear(values: readonly number[], points: readonly DrawnPoint[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const reach = Math.max(most - least, Math.abs(most) * 0.25)
  return points
    .flatMap(({ low, high }) => [low, high])
    .filter(limit => limit !== null)
    .filter(limit => limit >= least - reach && limit <= most + reach)
}
