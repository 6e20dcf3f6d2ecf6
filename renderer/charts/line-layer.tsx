import { memo } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import classes from './charts.module.css'
import { type DrawnLine, type DrawnPoint, type Link, linksOf, lookOf, type Missed } from './drawn-line.ts'
import { PointMark } from './point-mark.tsx'
import { thin } from './thin.ts'
import type { TimeAxis } from './time-axis.ts'

interface LineLayerProps {
  readonly line: DrawnLine
  /** Which line of the panel it is: its colour and its dashes. */
  readonly place: number
  readonly axis: TimeAxis
  readonly missed: readonly Missed[]
  /** At the end of the baseline. */
  readonly baselineWord: string
  readonly onOpen: (line: DrawnLine, point: DrawnPoint) => void
}

type Spot = (point: DrawnPoint) => { readonly x: number; readonly y: number }

/** One series, drawn on the scales of the chart around it: the lines between neighbours, then the points. */
export const LineLayer = memo(function LineLayer(props: LineLayerProps) {
  const { line, place, axis, missed, baselineWord, onOpen } = props
  const area = usePlotArea()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (area === undefined || xOf === undefined || yOf === undefined) return null
  const spot: Spot = ({ at, value }) => ({ x: xOf(at) ?? 0, y: yOf(value) ?? 0 })
  const drawn = thin(shownOf(line.points, axis), axis.to - axis.from, area.width)
  const isDense = drawn.length > area.width / 6
  return (
    <g className={classes['line']} data-place={place}>
      {line.baseline !== null && <BaselineMark {...{ area, baselineWord }} y={yOf(line.baseline) ?? 0} />}
      <Links links={linksOf(drawn, missed)} spot={spot} isDense={isDense} />
      {drawn
        .filter(({ at, isKept }) => at >= axis.from && at <= axis.to && (isKept || !isDense))
        .map(point => (
          <OpenablePoint
            key={`${point.at} ${point.point.fact}`}
            {...{ point, spot }}
            onOpen={() => onOpen(line, point)}
          />
        ))}
    </g>
  )
})

interface BaselineMarkProps {
  readonly area: { readonly x: number; readonly y: number; readonly width: number }
  readonly y: number
  readonly baselineWord: string
}

/** The word stands above its line, or below it where there is no room above. */
function BaselineMark({ area: { x, y: top, width }, y, baselineWord }: BaselineMarkProps) {
  return (
    <g>
      <path className={classes['baseline']} d={`M${x} ${y}h${width}`} />
      <text className={classes['baselineWord']} x={x + width - 2} y={y - top < 12 ? y + 10 : y - 3}>
        {baselineWord}
      </text>
    </g>
  )
}

/** What is in sight, and one more on both sides, so that the line leaves the panel where it should. */
function shownOf(points: readonly DrawnPoint[], { from, to }: TimeAxis): readonly DrawnPoint[] {
  const first = points.findIndex(({ at }) => at >= from)
  const last = points.findLastIndex(({ at }) => at <= to)
  return points.slice(first === -1 ? -1 : Math.max(0, first - 1), last + 2)
}

interface LinksProps {
  readonly links: readonly Link[]
  readonly spot: Spot
  readonly isDense: boolean
}

const KINDS = ['plain', 'weak', 'within'] as const

/** One path for all lines of a kind: ten years of weekly values are thousands of lines. */
function Links({ links, spot, isDense }: LinksProps) {
  const pathOf = (kind: Link['kind']) =>
    links
      .filter(link => link.kind === kind)
      .map(({ before, after }) => {
        const [from, to] = [spot(before), spot(after)]
        return `M${from.x} ${from.y}L${to.x} ${to.y}`
      })
      .join('')
  return (
    <g>
      {KINDS.map(kind => (
        <path key={kind} className={classes['link']} data-kind={kind} d={pathOf(kind)} />
      ))}
      {links.map(link => (
        <LinkMark key={link.after.at} {...{ link, spot, isDense }} />
      ))}
    </g>
  )
}

interface LinkMarkProps extends Omit<LinksProps, 'links'> {
  readonly link: Link
}

/** What stands on a line: a change that may be noise, or that it was measured otherwise. */
function LinkMark({ link, spot, isDense }: LinkMarkProps) {
  if (link.kind !== 'within' && !link.isMeasuredOtherwise) return null
  const [from, to] = [spot(link.before), spot(link.after)]
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2]
  const isRoomy = !isDense && to.x - from.x > 16
  return (
    <>
      {link.kind === 'within' && isRoomy && (
        <text className={classes['within']} x={x} y={y - 4}>
          ≈
        </text>
      )}
      {link.isMeasuredOtherwise && <path className={classes['change']} d={`M${x} ${y - 6}v12`} />}
    </>
  )
}

interface OpenablePointProps {
  readonly point: DrawnPoint
  readonly spot: Spot
  readonly onOpen: () => void
}

/** For a pointer only: by keyboard every value is a button in the table of the same data. */
function OpenablePoint({ point, spot, onOpen }: OpenablePointProps) {
  const { x, y } = spot(point)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table offers the same by keyboard; twenty panels of tab stops would not
    <g className={classes['point']} onClick={onOpen} data-point={point.point.printed}>
      <circle className={classes['reach']} cx={x} cy={y} r={9} />
      <PointMark x={x} y={y} look={lookOf(point.point)} />
    </g>
  )
}
