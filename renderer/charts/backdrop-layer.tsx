import { memo } from 'react'
import { usePlotArea, useXAxisScale } from 'recharts'
import type { Mark, VisitBand } from '#shared/core/trends/series.ts'
import classes from './charts.module.css'

interface BackdropLayerProps {
  readonly visits: readonly VisitBand[]
  readonly marks: readonly Mark[]
}

/** What stands behind the values: windows and planned days of the visits, doses as lines, everything else as a notch. */
export const BackdropLayer = memo(function BackdropLayer({ visits, marks }: BackdropLayerProps) {
  const area = usePlotArea()
  const xOf = useXAxisScale()
  if (area === undefined || xOf === undefined) return null
  const [top, height] = [area.y, area.height]
  const x = (at: number) => xOf(at) ?? 0
  return (
    <g className={classes['backdrop']}>
      {visits.map(({ visit, from, to, hasWindow, state }) =>
        hasWindow ? (
          <rect
            key={`${visit} ${from}`}
            className={classes['window']}
            data-state={state}
            {...{ x: x(from), y: top, width: Math.max(1, x(to) - x(from)), height }}
          />
        ) : (
          <path
            key={`${visit} ${from}`}
            className={classes['planned']}
            d={`M${x(from + 0.5)} ${top}v${height}`}
          />
        ),
      )}
      {marks.map(({ kind, fact, at }) => (
        <path
          key={fact}
          className={classes['event']}
          data-kind={kind}
          d={`M${x(at)} ${top}v${kind === 'dose' ? height : 5}`}
        />
      ))}
    </g>
  )
})
