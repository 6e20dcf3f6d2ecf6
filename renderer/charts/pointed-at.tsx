import { useSyncExternalStore } from 'react'
import classes from './charts.module.css'
import { type Hit, REACH_PX } from './hit.ts'
import type { Plot } from './plot.ts'
import type { Store } from './store.ts'

interface PointedAtProps {
  readonly plot: Plot
  readonly pointed: Store<Hit | undefined>
}

/** A ring around the point that a click would open; drawn alone, so that a pointer draws no panel again. */
export function PointedAt({ plot, pointed }: PointedAtProps) {
  const hit = useSyncExternalStore(pointed.subscribe, pointed.get)
  const y = hit && plot.yOf(hit.point.value)
  if (hit === undefined || y === undefined) return null
  return (
    <g className={classes['line']} data-place={hit.place}>
      <circle className={classes['reach']} cx={plot.xOf(hit.point.at)} cy={y} r={REACH_PX} />
    </g>
  )
}
