import type { PointLook } from '#shared/core/trends/drawing/point-look.ts'

const RADIUS_PX = 2.7

/** The outline of one point as its flags make it look, for a path that holds all points of this look. */
export function pointShape(x: number, y: number, { form, isCrossed }: PointLook): string {
  if (isCrossed) return crossAt(x, y, RADIUS_PX + 1)
  switch (form) {
    case 'circle':
      return circleAt(x, y, RADIUS_PX)
    case 'square':
      return squareAt(x, y, RADIUS_PX + 0.4)
    case 'down':
      return triangleAt(x, y, RADIUS_PX + 1)
    case 'up':
      return triangleAt(x, y, -RADIUS_PX - 1)
  }
}

function circleAt(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
}

function squareAt(x: number, y: number, r: number): string {
  return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`
}

/** Points down by `tip`, or up where it is negative. */
function triangleAt(x: number, y: number, tip: number): string {
  const r = Math.abs(tip)
  return `M${x} ${y + tip}L${x - r} ${y - tip * 0.8}H${x + r}Z`
}

function crossAt(x: number, y: number, r: number): string {
  return `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x + r} ${y - r}l${-2 * r} ${2 * r}`
}
