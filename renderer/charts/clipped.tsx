import { type ReactNode, useId } from 'react'
import type { Plot } from './plot.ts'

/** Half a point may stand out over the edge of the plot; nothing more does. */
const OVER_PX = 3

interface ClippedProps {
  readonly plot: Plot
  readonly children: ReactNode
}

/** Keeps what is drawn within the plot: time that is not shown must not run over the labels. */
export function Clipped({ plot: { x, y, width, height }, children }: ClippedProps) {
  const id = useId()
  return (
    <>
      <clipPath id={id}>
        <rect x={x - OVER_PX} y={y - OVER_PX} width={width + 2 * OVER_PX} height={height + 2 * OVER_PX} />
      </clipPath>
      <g clipPath={`url(#${id})`}>{children}</g>
    </>
  )
}
