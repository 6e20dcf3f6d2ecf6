/** The stretch of time that all panels show: days after 1970-01-01, the time of day as their fraction. */
export interface TimeAxis {
  readonly from: number
  readonly to: number
}

/** Nobody looks closer than at two weeks. */
export const SHORTEST_DAYS = 14

/** From the first to the last moment, with a margin on both sides so that no point lies on an edge. */
export function wholeAxis(moments: readonly number[]): TimeAxis {
  const [from, to] = [Math.min(...moments), Math.max(...moments)]
  const margin = Math.max((to - from) * 0.03, (SHORTEST_DAYS - (to - from)) / 2, 2)
  return { from: from - margin, to: to + margin }
}
