import type { DrawnLine, DrawnPoint } from './drawn-line.ts'
import type { Plot } from './plot.ts'

/** How far from a point a pointer still means it, in pixels. */
export const REACH_PX = 9

/** A point under a pointer, and where it lies in the plot. */
export interface Hit {
  readonly line: DrawnLine
  readonly place: number
  readonly point: DrawnPoint
  readonly x: number
  readonly y: number
}

/** The point nearest to a place in the plot, of those within reach; of the last line where several lie on each other. */
export function hitAt(x: number, y: number, plot: Plot, lines: readonly DrawnLine[]): Hit | undefined {
  if (x < plot.x - REACH_PX || x > plot.x + plot.width + REACH_PX) return undefined
  let nearest: Hit | undefined
  let least = REACH_PX
  lines.forEach((line, place) => {
    for (const point of line.points) {
      const spot = { x: plot.xOf(point.at), y: plot.yOf(point.value) }
      if (spot.y === undefined || spot.x < plot.x - 1 || spot.x > plot.x + plot.width + 1) continue
      const distance = Math.hypot(spot.x - x, spot.y - y)
      if (distance > least) continue
      least = distance
      nearest = { line, place, point, x: spot.x, y: spot.y }
    }
  })
  return nearest
}
