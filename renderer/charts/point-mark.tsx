import classes from './charts.module.css'
import type { PointLook } from './drawn-line.ts'

interface PointMarkProps {
  readonly x: number
  readonly y: number
  readonly look: PointLook
  readonly radius?: number
}

/** One point as its flags make it look. Its colour is that of the line around it. */
export function PointMark({ x, y, look, radius = 2.7 }: PointMarkProps) {
  const { form, isHollow, isCrossed } = look
  return (
    <g className={classes['mark']} data-hollow={isHollow || undefined}>
      {isCrossed ? (
        <path className={classes['cross']} d={crossAt(x, y, radius + 1)} />
      ) : form === 'circle' ? (
        <circle cx={x} cy={y} r={radius} />
      ) : (
        <path d={outlineAt(x, y, { form, radius: radius + 1 })} />
      )}
    </g>
  )
}

interface Outline {
  readonly form: Exclude<PointLook['form'], 'circle'>
  readonly radius: number
}

function outlineAt(x: number, y: number, { form, radius: r }: Outline): string {
  if (form === 'square') return `M${x - r + 0.6} ${y - r + 0.6}h${2 * r - 1.2}v${2 * r - 1.2}h${1.2 - 2 * r}Z`
  const tip = form === 'down' ? r : -r
  return `M${x} ${y + tip}L${x - r} ${y - tip * 0.8}H${x + r}Z`
}

function crossAt(x: number, y: number, r: number): string {
  return `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x + r} ${y - r}l${-2 * r} ${2 * r}`
}
