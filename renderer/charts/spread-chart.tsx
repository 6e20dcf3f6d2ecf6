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
import { valueAxis } from '#shared/core/trends/drawing/value-axis.ts'
import classes from './charts.module.css'

/** Single values of one column with their middle. */
interface Spread {
  readonly key: string
  readonly word: string
  /** In full, where the word is short. */
  readonly title: string
  readonly values: readonly { readonly key: string; readonly value: number; readonly words: string }[]
  readonly median: number | null
  readonly lower: number | null
  readonly upper: number | null
}

interface SpreadChartProps {
  readonly label: string
  readonly spreads: readonly Spread[]
  readonly width: number
  readonly height: number
}

const tick = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' }

/** Changes column by column: every single value, the median, the box of the quartiles; 0 is no change. */
export function SpreadChart({ label, spreads, width, height }: SpreadChartProps) {
  const all = spreads.flatMap(({ values }) => values.map(({ value }) => value))
  const reach = Math.max(...all.map(Math.abs)) || 1
  const values = valueAxis([-reach, reach], { isLog: false, isWhole: Number.isInteger(reach) })
  return (
    <div className={classes['plane']} role="img" aria-label={label}>
      <ComposedChart
        {...{ width, height }}
        margin={{ top: 8, right: 10, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--lobule-line)" />
        <XAxis
          type="number"
          dataKey="at"
          domain={[-0.5, spreads.length - 0.5]}
          allowDataOverflow
          ticks={spreads.map((_, index) => index)}
          interval={0}
          height={34}
          tickSize={3}
          tick={({ x, y, payload }) => <ColumnName x={x} y={y} spread={spreads[Number(payload.value)]} />}
          stroke="var(--lobule-line-strong)"
        />
        <YAxis
          type="number"
          domain={[values.from, values.to]}
          allowDataOverflow
          width={42}
          tickSize={0}
          tickMargin={5}
          axisLine={false}
          ticks={[...values.ticks]}
          interval={0}
          tickFormatter={(value: number) => `${value}`.replace('-', '−')}
          tick={tick}
        />
        <ReferenceLine y={0} stroke="var(--lobule-line-strong)" />
        <SpreadLayer spreads={spreads} />
      </ComposedChart>
    </div>
  )
}

interface ColumnNameProps {
  readonly x: number | string
  readonly y: number | string
  readonly spread: Spread | undefined
}

/** What the column is, and below it how many values it has. */
function ColumnName({ x, y, spread }: ColumnNameProps) {
  if (spread === undefined) return null
  return (
    <text x={x} y={y} textAnchor="middle" {...tick}>
      <title>{spread.title}</title>
      <tspan x={x} dy="0.7em">
        {spread.word}
      </tspan>
      <tspan x={x} dy="1.2em">
        {`n=${spread.values.length}`}
      </tspan>
    </text>
  )
}

const BOX_PX = 18

function SpreadLayer({ spreads }: { readonly spreads: readonly Spread[] }) {
  const area = usePlotArea()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (area === undefined || xOf === undefined || yOf === undefined) return null
  const y = (value: number) => yOf(value) ?? 0
  return (
    <g className={classes['line']} data-place="0">
      {spreads.map(({ key, values, median, lower, upper }, index) => {
        const x = xOf(index) ?? 0
        return (
          <g key={key}>
            {lower !== null && upper !== null && (
              <rect
                className={classes['box']}
                {...{
                  x: x - BOX_PX / 2,
                  y: y(upper),
                  width: BOX_PX,
                  height: Math.max(1, y(lower) - y(upper)),
                }}
              />
            )}
            {median !== null && (
              <path className={classes['median']} d={`M${x - BOX_PX / 2} ${y(median)}h${BOX_PX}`} />
            )}
            {values.map((one, place) => (
              <circle
                key={one.key}
                className={classes['single']}
                cx={x + besides(place)}
                cy={y(one.value)}
                r={2.2}
              >
                <title>{one.words}</title>
              </circle>
            ))}
          </g>
        )
      })}
    </g>
  )
}

/** Beside each other, always in the same way: nothing is random in a chart. */
function besides(place: number): number {
  return ((place * 5) % 11) - 5
}
