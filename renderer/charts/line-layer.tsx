import { memo, useMemo } from 'react'
import { type Link, linksOf } from '#shared/core/trends/drawing/links.ts'
import type { TimeAxis } from '#shared/core/trends/drawing/time-axis.ts'
import type { LineBreak } from '#shared/core/trends/line-breaks.ts'
import classes from './charts.module.css'
import type { DrawnLine, DrawnPoint } from './drawn-line.ts'
import { linkPaths, pointPaths, type Spot, shownLinks } from './line-paths.ts'
import type { Plot } from './plot.ts'
import { PointPath } from './point-mark.tsx'
import { thin } from './thin.ts'

interface LineLayerProps {
  readonly plot: Plot
  readonly line: DrawnLine
  /** Which line of the panel it is: its colour and its dashes. */
  readonly place: number
  readonly axis: TimeAxis
  readonly missed: readonly LineBreak[]
  /** At the end of the baseline. */
  readonly baselineWord: string
}

/** One series in a plot: the lines between neighbours, then the points. */
export const LineLayer = memo(function LineLayer(props: LineLayerProps) {
  const { plot, line, place, axis, missed, baselineWord } = props
  const { points, links } = useDrawn(line.points, missed, { span: axis.to - axis.from, width: plot.width })
  const shown = points.filter(({ at }) => at >= axis.from && at <= axis.to)
  const isDense = shown.length > plot.width / 6
  const spot: Spot = ({ at, value }) => {
    const y = plot.yOf(value)
    return y === undefined ? undefined : { x: plot.xOf(at), y }
  }
  const baseline = line.baseline === null ? undefined : plot.yOf(line.baseline)
  return (
    <g className={classes['line']} data-place={place}>
      {baseline !== undefined && <BaselineMark {...{ plot, baselineWord }} y={baseline} />}
      <Links links={shownLinks(links, axis)} spot={spot} isDense={isDense} />
      {pointPaths(
        shown.filter(({ isKept }) => isKept || !isDense),
        spot,
      ).map(({ key, look, d }) => (
        <PointPath key={key} look={look} d={d} />
      ))}
    </g>
  )
})

/** What there is to draw at a width; a pan keeps it, because the stretch that is shown keeps its length. */
function useDrawn(
  all: readonly DrawnPoint[],
  missed: readonly LineBreak[],
  { span, width }: { readonly span: number; readonly width: number },
) {
  // Moving the stretch leaves a trace of rounding in its length.
  const days = Number(span.toFixed(6))
  const points = useMemo(() => thin(all, days, width), [all, days, width])
  const links = useMemo(() => linksOf(points, missed), [points, missed])
  return { points, links }
}

interface BaselineMarkProps {
  readonly plot: Plot
  readonly y: number
  readonly baselineWord: string
}

/** The word stands above its line, or below it where there is no room above. */
function BaselineMark({ plot: { x, y: top, width }, y, baselineWord }: BaselineMarkProps) {
  return (
    <g>
      <path className={classes['baseline']} d={`M${x} ${y}h${width}`} />
      <text className={classes['baselineWord']} x={x + width - 2} y={y - top < 12 ? y + 10 : y - 3}>
        {baselineWord}
      </text>
    </g>
  )
}

interface LinksProps {
  readonly links: readonly Link<DrawnPoint>[]
  readonly spot: Spot
  readonly isDense: boolean
}

/** One path for all lines of a kind: ten years of weekly values are thousands of lines. */
function Links({ links, spot, isDense }: LinksProps) {
  return (
    <g>
      {linkPaths(links, spot).map(({ kind, d }) => (
        <path key={kind} className={classes['link']} data-kind={kind} d={d} />
      ))}
      {links.filter(isMarked).map(link => (
        <LinkMark key={link.after.at} {...{ link, spot, isDense }} />
      ))}
    </g>
  )
}

function isMarked({ kind, isMeasuredOtherwise }: Link<DrawnPoint>): boolean {
  return kind === 'within' || isMeasuredOtherwise
}

interface LinkMarkProps extends Omit<LinksProps, 'links'> {
  readonly link: Link<DrawnPoint>
}

/** What stands on a line: a change that may be noise, or that it was measured otherwise. */
function LinkMark({ link, spot, isDense }: LinkMarkProps) {
  const [from, to] = [spot(link.before), spot(link.after)]
  if (from === undefined || to === undefined) return null
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
