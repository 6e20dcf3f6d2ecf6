import { memo } from 'react'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { Mark, VisitBand } from '#shared/core/trends/series.ts'
import classes from './charts.module.css'
import type { Plot } from './plot.ts'

interface BackdropLayerProps {
  readonly plot: Plot
  readonly axis: TimeAxis
  readonly visits: readonly VisitBand[]
  readonly marks: readonly Mark[]
}

/** What stands behind the values: windows and planned days of the visits, doses as lines, everything else as a notch. */
export const BackdropLayer = memo(function BackdropLayer(props: BackdropLayerProps) {
  const { plot, axis, visits, marks } = props
  const { xOf: x, y: top, height } = plot
  const isShown = (from: number, to: number) => to >= axis.from && from <= axis.to
  return (
    <g className={classes['backdrop']}>
      {visits
        .filter(({ from, to }) => isShown(from, to + 1))
        .map(({ visit, from, to, hasWindow, state }) =>
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
      {marks
        .filter(({ at }) => isShown(at, at))
        .map(({ kind, fact, at }) => (
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
