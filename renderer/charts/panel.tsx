import { memo, useMemo, useRef } from 'react'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import { areWhole, valueAxis } from '#shared/core/trends/drawing/value-axis.ts'
import { lineBreaks } from '#shared/core/trends/line-breaks.ts'
import { Grid, TimeTicks, ValueTicks } from './axes.tsx'
import { BackdropLayer } from './backdrop-layer.tsx'
import classes from './charts.module.css'
import { Clipped } from './clipped.tsx'
import { useCrosshairDay } from './crosshair.tsx'
import { heldBy } from './held-by.ts'
import { LineLayer } from './line-layer.tsx'
import type { PanelProps } from './panel-frame.ts'
import { PLOT, type Plot, plotOf } from './plot.ts'
import { PointedAt } from './pointed-at.tsx'
import { RangeLayer } from './range-layer.tsx'
import { placeOn } from './time-axis.ts'
import { useInSight } from './use-in-sight.ts'
import { usePointer } from './use-pointer.ts'

/** One quantity over time. Its room and its words are always there, the drawing only where somebody can see it. */
export const Panel = memo(function Panel(props: PanelProps) {
  const { width, height, label } = props
  const ref = useRef<HTMLDivElement>(null)
  const isInSight = useInSight(ref)
  return (
    <div
      ref={ref}
      className={classes['plot']}
      data-plot="true"
      style={{ width, height }}
      role="img"
      aria-label={label}
    >
      {isInSight && <Drawing {...props} />}
    </div>
  )
})

const NONE: readonly number[] = []

/** Its values, the ranges printed with them, the baseline, visits and doses behind. */
function Drawing(props: PanelProps) {
  const { frame, lines, width, height, isLog = false, level, alsoHolds = NONE, onOpen } = props
  const { axis, visits, marks } = frame
  const values = useMemo(() => {
    const isWhole = lines.every(({ points }) => areWhole(points)) && alsoHolds.every(Number.isInteger)
    return valueAxis(heldBy(lines, { level, also: alsoHolds, isLog }), { isLog, isWhole })
  }, [lines, level, alsoHolds, isLog])
  const missed = useMemo(() => lines.map(({ id }) => lineBreaks(visits, id)), [lines, visits])
  const plot = useMemo(() => plotOf({ width, height }, axis, values), [width, height, axis, values])
  const { pointed, ...pointer } = usePointer({ frame, plot, lines, onOpen })
  return (
    <div {...pointer}>
      <svg {...{ width, height }} aria-hidden="true">
        <Grid {...{ plot, values }} />
        <Clipped plot={plot}>
          <BackdropLayer {...{ plot, axis, visits, marks }} />
          {lines.length === 1 && <RangeLayer {...{ plot, axis }} points={lines[0]?.points ?? []} />}
          {lines.map((line, place) => (
            <LineLayer
              key={line.id}
              {...{ plot, line, place, axis }}
              missed={missed[place] ?? []}
              baselineWord={place === 0 ? frame.baselineWord : ''}
            />
          ))}
          <PointedAt {...{ plot, pointed }} />
        </Clipped>
        {level !== undefined && <Level {...{ plot, level }} />}
        <TimeTicks {...{ plot, frame }} />
        <ValueTicks {...{ plot, values }} />
      </svg>
      <CrosshairLine axis={axis} />
    </div>
  )
}

function Level({ plot, level }: { readonly plot: Plot; readonly level: number }) {
  const y = plot.yOf(level)
  return y === undefined ? null : <path className={classes['level']} d={`M${plot.x} ${y}h${plot.width}`} />
}

function CrosshairLine({ axis }: { readonly axis: TimeAxis }) {
  const day = useCrosshairDay()
  if (day === null || day + 0.5 < axis.from || day + 0.5 > axis.to) return null
  const place = placeOn(axis, day + 0.5)
  return (
    <div
      className={classes['crosshair']}
      style={{ left: `calc(${PLOT.left}px + (100% - ${PLOT.left + PLOT.right}px) * ${place})` }}
    />
  )
}
