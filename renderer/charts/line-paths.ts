import type { Link } from '#shared/core/trends/drawing/links.ts'
import { lookOf, type PointLook } from '#shared/core/trends/drawing/point-look.ts'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { DrawnPoint } from './drawn-line.ts'
import { pointShape } from './point-shape.ts'

/** Where a point lies in a plot; undefined where its axis has no place for it. */
export type Spot = (point: DrawnPoint) => { readonly x: number; readonly y: number } | undefined

/** The lines of which any part is in sight. */
export function shownLinks(
  links: readonly Link<DrawnPoint>[],
  { from, to }: TimeAxis,
): readonly Link<DrawnPoint>[] {
  return links.filter(({ before, after }) => after.at >= from && before.at <= to)
}

const KINDS = ['plain', 'weak', 'within'] as const

/** One path for each kind of line. Those that follow each other are drawn in one go. */
export function linkPaths(
  links: readonly Link<DrawnPoint>[],
  spot: Spot,
): { kind: Link<DrawnPoint>['kind']; d: string }[] {
  return KINDS.flatMap(kind => {
    const d = pathOf(
      links.filter(link => link.kind === kind),
      spot,
    )
    return d === '' ? [] : [{ kind, d }]
  })
}

function pathOf(links: readonly Link<DrawnPoint>[], spot: Spot): string {
  let path = ''
  let last: DrawnPoint | undefined
  for (const { before, after } of links) {
    const [from, to] = [spot(before), spot(after)]
    if (from === undefined || to === undefined) continue
    path += before === last ? `L${to.x} ${to.y}` : `M${from.x} ${from.y}L${to.x} ${to.y}`
    last = after
  }
  return path
}

/** One path for each look of points: ten years of weekly values would be thousands of elements. */
export function pointPaths(
  points: readonly DrawnPoint[],
  spot: Spot,
): { key: string; look: PointLook; d: string }[] {
  const paths = new Map<string, { key: string; look: PointLook; d: string }>()
  for (const point of points) {
    const at = spot(point)
    if (at === undefined) continue
    const look = lookOf(point.point)
    const key = `${look.form} ${look.isHollow} ${look.isCrossed}`
    const path = paths.get(key) ?? { key, look, d: '' }
    path.d += pointShape(at.x, at.y, look)
    paths.set(key, path)
  }
  return [...paths.values()]
}
