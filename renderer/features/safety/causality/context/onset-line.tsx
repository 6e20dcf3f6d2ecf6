import type { ReactNode } from 'react'
import { boundsOf, type EventTime } from '#shared/core/civil-date.ts'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import { PLOT } from '../../../../charts/plot.ts'
import { placeOn } from '../../../../charts/time-axis.ts'
import { PLOT_PX } from '../../../trends/panel-grid.tsx'
import classes from './context.module.css'

interface OnsetLineProps {
  readonly axis: TimeAxis
  readonly onset: EventTime | undefined
  /** The chart. */
  readonly children: ReactNode
}

/** A chart with the day of onset drawn over its whole height; it stays where the crosshair moves on. */
export function OnsetLine({ axis, onset, children }: OnsetLineProps) {
  const bounds = onset !== undefined && onset.length >= 7 ? boundsOf(onset) : undefined
  const place = (at: number) =>
    `calc(${PLOT.left + 1}px + (100% - ${PLOT.left + PLOT.right + 2}px) * ${placeOn(axis, at)})`
  return (
    <div className={classes['over']}>
      {children}
      {bounds && (
        <div
          className={classes['onset']}
          style={{
            left: place(bounds.earliest + (bounds.earliest === bounds.latest ? 0.5 : 0)),
            right: `calc(100% - ${place(bounds.latest + (bounds.earliest === bounds.latest ? 0.5 : 1))})`,
            bottom: PLOT.bottom + 1,
            height: PLOT_PX - PLOT.top - PLOT.bottom,
          }}
        />
      )}
    </div>
  )
}
