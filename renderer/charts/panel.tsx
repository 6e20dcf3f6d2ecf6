import { memo, type PointerEvent, useMemo } from 'react'
import { CartesianGrid, ComposedChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { Mark, VisitBand } from '#shared/core/trends/series.ts'
import { BackdropLayer } from './backdrop-layer.tsx'
import classes from './charts.module.css'
import { Clipped } from './clipped.tsx'
import { useCrosshair, useCrosshairDay } from './crosshair.tsx'
import { nearestDay } from './days.ts'
import type { DrawnLine, DrawnPoint } from './drawn-line.ts'
import { LineLayer } from './line-layer.tsx'
import { RangeLayer } from './range-layer.tsx'
import { momentAt, placeOn, type TimeAxis, timeTicks } from './time-axis.ts'
import { tickText, type ValueAxis, valueAxis } from './value-axis.ts'

/** Where the values begin and end in every panel, so that all share one time axis. */
export const PLOT = { left: 40, right: 8, top: 8, bottom: 17 } as const

/** What all panels of a patient have in common. */
export interface PanelFrame {
  readonly axis: TimeAxis
  readonly day0: CivilDate | null
  readonly visits: readonly VisitBand[]
  readonly marks: readonly Mark[]
  /** Days with any value, in order: the crosshair stands on these. */
  readonly days: readonly number[]
  readonly baselineWord: string
  readonly dateOfTick: (date: string) => string
  readonly weekOfTick: (week: number) => string
}

export interface PanelProps {
  readonly frame: PanelFrame
  /** What it shows, for those who do not see it. */
  readonly label: string
  readonly lines: readonly DrawnLine[]
  readonly width: number
  readonly height: number
  readonly isLog?: boolean
  /** A line of its own: 1 where multiples are shown, 0 where changes are. */
  readonly level?: number
  /** Values that the axis must hold beside its own, so that two panels can be compared. */
  readonly alsoHolds?: readonly number[]
  readonly onOpen: (line: DrawnLine, point: DrawnPoint) => void
}

const noMargin = { top: PLOT.top, right: PLOT.right, bottom: 0, left: 0 }

/** One quantity over time: its values, the ranges printed with them, the baseline, visits and doses behind. */
export const Panel = memo(function Panel(props: PanelProps) {
  const { frame, lines, width, height, label, isLog = false, level, alsoHolds, onOpen } = props
  const { axis, visits, marks } = frame
  const values = useMemo(
    () => valueAxis(heldBy(lines, level, alsoHolds), isLog),
    [lines, level, alsoHolds, isLog],
  )
  const missed = useMemo(() => visits.filter(({ state }) => NOT_TAKEN.has(state)), [visits])
  return (
    <div
      className={classes['plot']}
      data-plot="true"
      style={{ width, height }}
      role="img"
      aria-label={label}
      {...usePointer(frame)}
    >
      <ComposedChart {...{ width, height }} margin={noMargin} accessibilityLayer={false}>
        <Clipped>
          <BackdropLayer visits={visits} marks={marks} />
        </Clipped>
        <CartesianGrid vertical={false} stroke="var(--lobule-line)" />
        <Clipped>{lines.length === 1 && <RangeLayer points={lines[0]?.points ?? []} />}</Clipped>
        <TimeTicks frame={frame} width={width} />
        <ValueTicks values={values} />
        {level !== undefined && <ReferenceLine y={level} stroke="var(--lobule-line-strong)" />}
        <Clipped>
          {lines.map((line, place) => (
            <LineLayer
              key={line.id}
              {...{ line, place, axis, missed, onOpen }}
              baselineWord={place === 0 ? frame.baselineWord : ''}
            />
          ))}
        </Clipped>
      </ComposedChart>
      <CrosshairLine axis={axis} />
    </div>
  )
})

/** A visit that did not take place, whether its window has closed or nobody can say that it is too late. */
const NOT_TAKEN: ReadonlySet<string> = new Set(['missed', 'overdue'])

function heldBy(
  lines: readonly DrawnLine[],
  level: number | undefined,
  also: readonly number[] = [],
): number[] {
  const own = lines.flatMap(({ points, baseline }) => [
    ...points.map(({ value }) => value),
    ...(baseline === null ? [] : [baseline]),
  ])
  const values = [...own, ...also, ...(level === undefined ? [] : [level])]
  return lines.length === 1 ? [...values, ...limitsNear(values, lines[0]?.points ?? [])] : values
}

/** Limits of the ranges, unless one lies so far off that the values would become a flat line. */
function limitsNear(values: readonly number[], points: readonly DrawnPoint[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const reach = Math.max(most - least, Math.abs(most) * 0.25)
  return points
    .flatMap(({ low, high }) => [low, high])
    .filter(limit => limit !== null)
    .filter(limit => limit >= least - reach && limit <= most + reach)
}

const tickStyle = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' }

function TimeTicks({ frame, width }: { readonly frame: PanelFrame; readonly width: number }) {
  const { axis, day0, dateOfTick, weekOfTick } = frame
  const ticks = timeTicks(axis, day0, {
    widthPx: width - PLOT.left - PLOT.right,
    labelPx: day0 === null ? 74 : 38,
  })
  const words = new Map(
    ticks.map(({ at, date, week }) => [at, week === null ? dateOfTick(date) : weekOfTick(week)]),
  )
  return (
    <XAxis
      type="number"
      dataKey="at"
      domain={[axis.from, axis.to]}
      allowDataOverflow
      ticks={ticks.map(({ at }) => at)}
      tickFormatter={(at: number) => words.get(at) ?? ''}
      interval={0}
      height={PLOT.bottom}
      tickSize={3}
      tickMargin={1}
      tick={tickStyle}
      stroke="var(--lobule-line-strong)"
    />
  )
}

function ValueTicks({ values }: { readonly values: ValueAxis }) {
  return (
    <YAxis
      type="number"
      domain={[values.from, values.to]}
      allowDataOverflow
      scale={values.isLog ? 'log' : 'linear'}
      ticks={values.ticks}
      tickFormatter={(value: number) => tickText(value, values.isLog)}
      interval={0}
      width={PLOT.left}
      tickSize={0}
      tickMargin={5}
      axisLine={false}
      tick={tickStyle}
    />
  )
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

/** Stands on the nearest day with values to the pointer, in all panels. */
function usePointer({ axis, days }: PanelFrame) {
  const crosshair = useCrosshair()
  return {
    onPointerMove({ currentTarget, clientX }: PointerEvent<HTMLElement>) {
      const { left, width } = currentTarget.getBoundingClientRect()
      const place = (clientX - left - PLOT.left) / (width - PLOT.left - PLOT.right)
      crosshair.set(nearestDay(days, momentAt(axis, place) - 0.5) ?? null)
    },
    onPointerLeave: () => crosshair.set(null),
  }
}
