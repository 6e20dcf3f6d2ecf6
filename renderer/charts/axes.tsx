import { memo } from 'react'
import { timeTicks } from '#shared/core/trends/drawing/time-ticks.ts'
import { tickText, type ValueAxis } from '#shared/core/trends/drawing/value-axis.ts'
import classes from './charts.module.css'
import type { PanelFrame } from './panel-frame.ts'
import type { Plot } from './plot.ts'

interface ValueTicksProps {
  readonly plot: Plot
  readonly values: ValueAxis
}

/** A line for each round value, and at the edges of the plot. */
export const Grid = memo(function Grid({ plot, values }: ValueTicksProps) {
  const { x, y, width, height } = plot
  const heights = new Set([...values.ticks.flatMap(value => plot.yOf(value) ?? []), y, y + height])
  return <path className={classes['grid']} d={[...heights].map(at => `M${x} ${at}h${width}`).join('')} />
})

/** The numbers beside the lines of the grid. */
export const ValueTicks = memo(function ValueTicks({ plot, values }: ValueTicksProps) {
  return (
    <g className={classes['valueTicks']}>
      {values.ticks.map(value => (
        <text key={value} x={plot.x - 5} y={plot.yOf(value)} dy="0.355em">
          {tickText(value, values.isLog)}
        </text>
      ))}
    </g>
  )
})

interface TimeTicksProps {
  readonly plot: Plot
  readonly frame: PanelFrame
}

/** Weeks below the plot, or months where there is no first dose. */
export const TimeTicks = memo(function TimeTicks({ plot, frame }: TimeTicksProps) {
  const { axis, day0, dateOfTick, weekOfTick } = frame
  const ticks = timeTicks(axis, day0, plot.width / (day0 === null ? 74 : 38))
  const bottom = plot.y + plot.height
  const notches = ticks.map(({ at }) => `M${plot.xOf(at)} ${bottom}v3`).join('')
  return (
    <g className={classes['timeTicks']}>
      <path d={`M${plot.x} ${bottom}h${plot.width}${notches}`} />
      {ticks.map(({ at, date, week }) => (
        <text key={at} x={plot.xOf(at)} y={bottom + 4} dy="0.71em">
          {week === null ? dateOfTick(date) : weekOfTick(week)}
        </text>
      ))}
    </g>
  )
})
