import {
  CartesianGrid,
  ComposedChart,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import classes from './charts.module.css'

/** A value from a moment until the next step. */
interface Step {
  readonly at: number
  readonly value: number
  /** Limits of confidence; null where there are none. */
  readonly low?: number | null
  readonly high?: number | null
  /** Marked with a small upright: somebody was last seen here. */
  readonly isMarked?: boolean
}

/** Where the drawing begins and ends, for what stands below it. */
export const STEP_PLOT = { left: 42, right: 10 } as const

interface StepChartProps {
  readonly label: string
  readonly steps: readonly Step[]
  readonly xDomain: readonly [number, number]
  readonly yDomain: readonly [number, number]
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
  readonly xText: (at: number) => string
  readonly yText: (value: number) => string
  /** A level to be reached, and its word. */
  readonly goal?: { readonly value: number; readonly word: string }
  readonly width: number
  readonly height: number
}

const tick = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' }

/** Something that changes in steps: a survival curve, a count. */
export function StepChart(props: StepChartProps) {
  const { label, steps, xDomain, yDomain, xTicks, yTicks, xText, yText, goal, width, height } = props
  return (
    <div className={classes['plane']} role="img" aria-label={label}>
      <ComposedChart
        {...{ width, height }}
        margin={{ top: 8, right: STEP_PLOT.right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--lobule-line)" />
        <XAxis
          type="number"
          dataKey="at"
          domain={[...xDomain]}
          allowDataOverflow
          ticks={[...xTicks]}
          interval={0}
          height={24}
          tickSize={3}
          tickMargin={6}
          tickFormatter={xText}
          tick={tick}
          stroke="var(--lobule-line-strong)"
        />
        <YAxis
          type="number"
          domain={[...yDomain]}
          allowDataOverflow
          width={STEP_PLOT.left}
          tickSize={0}
          tickMargin={5}
          axisLine={false}
          ticks={[...yTicks]}
          interval={0}
          tickFormatter={yText}
          tick={tick}
        />
        {goal && (
          <ReferenceLine
            y={goal.value}
            stroke="var(--lobule-line-strong)"
            strokeDasharray="5 4"
            label={{ value: goal.word, position: 'insideTopRight', ...tick }}
          />
        )}
        <StepLayer steps={steps} end={xDomain[1]} />
      </ComposedChart>
    </div>
  )
}

function StepLayer({ steps, end }: { readonly steps: readonly Step[]; readonly end: number }) {
  const area = usePlotArea()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (area === undefined || xOf === undefined || yOf === undefined) return null
  const x = (at: number) => xOf(at) ?? 0
  const y = (value: number) => yOf(value) ?? 0
  const until = (index: number) => steps[index + 1]?.at ?? end
  return (
    <g className={classes['line']} data-place="0">
      {steps.map(({ at, low, high }, index) =>
        low == null || high == null ? null : (
          <rect
            key={at}
            className={classes['confidence']}
            {...{
              x: x(at),
              y: y(high),
              width: Math.max(0, x(until(index)) - x(at)),
              height: y(low) - y(high),
            }}
          />
        ),
      )}
      <path className={classes['steps']} d={pathOf(steps, end, { x, y })} />
      {steps.map(({ at, value, isMarked }) =>
        isMarked === true ? (
          <path key={at} className={classes['steps']} d={`M${x(at)} ${y(value) - 4}v8`} />
        ) : null,
      )}
    </g>
  )
}

interface Scales {
  readonly x: (at: number) => number
  readonly y: (value: number) => number
}

function pathOf(steps: readonly Step[], end: number, { x, y }: Scales): string {
  const [first] = steps
  if (first === undefined) return ''
  const rest = steps.slice(1).map(({ at, value }) => `H${x(at)}V${y(value)}`)
  return `M${x(first.at)} ${y(first.value)}${rest.join('')}H${x(end)}`
}
