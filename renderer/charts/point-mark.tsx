import type { PointLook } from '#shared/core/trends/drawing/point-look.ts'
import classes from './charts.module.css'
import { pointShape } from './point-shape.ts'

interface PointMarkProps {
  readonly x: number
  readonly y: number
  readonly look: PointLook
}

/** One point as its flags make it look. Its colour is that of the line around it. */
export function PointMark({ x, y, look }: PointMarkProps) {
  return <PointPath look={look} d={pointShape(x, y, look)} />
}

interface PointPathProps {
  readonly look: PointLook
  readonly d: string
}

/** Any number of points of one look. */
export function PointPath({ look: { isHollow, isCrossed }, d }: PointPathProps) {
  return (
    <path
      className={classes['mark']}
      data-hollow={isHollow || undefined}
      data-crossed={isCrossed || undefined}
      d={d}
    />
  )
}
