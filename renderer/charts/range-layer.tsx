import { memo, useMemo } from 'react'
import { type RangeStep, rangesOf } from '#shared/core/trends/drawing/ranges.ts'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import classes from './charts.module.css'
import type { DrawnPoint } from './drawn-line.ts'
import type { Plot } from './plot.ts'

const NARROWEST_PX = 12

interface RangeLayerProps {
  readonly plot: Plot
  readonly axis: TimeAxis
  readonly points: readonly DrawnPoint[]
}

/** The reference range of the laboratory that measured, as steps; a limit that was not printed is open to the edge. */
export const RangeLayer = memo(function RangeLayer({ plot, axis, points }: RangeLayerProps) {
  const steps = useMemo(() => rangesOf(points), [points])
  const { xOf, yOf, y: top, height } = plot
  const bottom = top + height
  const clampY = (value: number | null, open: number) =>
    value === null ? open : Math.min(bottom, Math.max(top, yOf(value) ?? open))
  const boxOf = ({ from, to, low, high }: RangeStep) => {
    const [left, right] = [xOf(from), xOf(to)]
    const wider = Math.max(0, NARROWEST_PX - (right - left)) / 2
    const y = clampY(high, top)
    return { x: left - wider, width: right - left + 2 * wider, y, height: clampY(low, bottom) - y }
  }
  return (
    <g className={classes['ranges']}>
      {steps
        .filter(({ from, to }) => to >= axis.from && from <= axis.to)
        .map(step => (
          <RangeBox key={step.from} box={boxOf(step)} step={step} />
        ))}
    </g>
  )
})

interface RangeBoxProps {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly step: RangeStep
}

/** Only limits that were printed have an edge. */
function RangeBox({ box: { x, y, width, height }, step }: RangeBoxProps) {
  return (
    <g>
      <rect className={classes['range']} {...{ x, y, width, height }} />
      {step.high !== null && <path className={classes['limit']} d={`M${x} ${y}h${width}`} />}
      {step.low !== null && <path className={classes['limit']} d={`M${x} ${y + height}h${width}`} />}
    </g>
  )
}
