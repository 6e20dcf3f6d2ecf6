import { type ReactNode, useId } from 'react'
import { usePlotArea } from 'recharts'

/** Half a point may stand out over the edge of the plot; nothing more does. */
const OVER_PX = 3

/** Keeps what is drawn within the plot: time that is not shown must not run over the labels. */
export function Clipped({ children }: { readonly children: ReactNode }) {
  const id = useId()
  const area = usePlotArea()
  if (area === undefined) return null
  const { x, y, width, height } = area
  return (
    <>
      <clipPath id={id}>
        <rect x={x - OVER_PX} y={y - OVER_PX} width={width + 2 * OVER_PX} height={height + 2 * OVER_PX} />
      </clipPath>
      <g clipPath={`url(#${id})`}>{children}</g>
    </>
  )
}
