import {
  ComposedChart,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import classes from './charts.module.css'

/** A point of the plane; both numbers above 0, because both axes are logarithmic. */
interface Placed {
  readonly key: string
  readonly x: number
  readonly y: number
  /** Said on hover. */
  readonly words: string
  /** Stands beside the point. */
  readonly label?: string
}

interface PlaneChartProps {
  readonly label: string
  readonly points: readonly Placed[]
  readonly isPath: boolean
  readonly cuts: { readonly x: number; readonly y: number }
  readonly xTitle: string
  readonly yTitle: string
  readonly width: number
  readonly height: number
}

const TICKS = [0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 50, 100]
const tick = { fontSize: 11, fill: 'var(--mantine-color-dimmed)' }
const axis = {
  type: 'number',
  scale: 'log',
  allowDataOverflow: true,
  interval: 0,
  tick,
  tickSize: 3,
} as const

/** Two multiples against each other on logarithmic axes, with the cuts that part the quadrants; a path where days follow each other. */
export function PlaneChart(props: PlaneChartProps) {
  const { label, points, isPath, cuts, xTitle, yTitle, width, height } = props
  const [xDomain, yDomain] = [
    domainOf(
      points.map(({ x }) => x),
      cuts.x,
    ),
    domainOf(
      points.map(({ y }) => y),
      cuts.y,
    ),
  ]
  const title = { fontSize: 12, fill: 'var(--mantine-color-dimmed)' }
  return (
    <div className={classes['plane']} role="img" aria-label={label}>
      <ComposedChart
        {...{ width, height }}
        margin={{ top: 8, right: 12, bottom: 18, left: 6 }}
        accessibilityLayer={false}
      >
        <XAxis
          {...axis}
          dataKey="x"
          domain={xDomain}
          ticks={inside(xDomain)}
          stroke="var(--lobule-line-strong)"
          label={{ value: xTitle, position: 'insideBottom', offset: -12, ...title }}
        />
        <YAxis
          {...axis}
          domain={yDomain}
          ticks={inside(yDomain)}
          width={46}
          stroke="var(--lobule-line-strong)"
          label={{
            value: yTitle,
            angle: -90,
            position: 'insideLeft',
            style: { textAnchor: 'middle' },
            ...title,
          }}
        />
        <ReferenceLine x={cuts.x} stroke="var(--lobule-bad)" strokeDasharray="5 4" />
        <ReferenceLine y={cuts.y} stroke="var(--lobule-bad)" strokeDasharray="5 4" />
        <PlaneLayer points={points} isPath={isPath} />
      </ComposedChart>
    </div>
  )
}

function domainOf(values: readonly number[], cut: number): [number, number] {
  return [Math.min(0.5, ...values) * 0.8, Math.max(cut * 2, ...values) * 1.25]
}

function inside([from, to]: readonly [number, number]): number[] {
  return TICKS.filter(value => value >= from && value <= to)
}

function PlaneLayer({ points, isPath }: Pick<PlaneChartProps, 'points' | 'isPath'>) {
  const area = usePlotArea()
  const xOf = useXAxisScale()
  const yOf = useYAxisScale()
  if (area === undefined || xOf === undefined || yOf === undefined) return null
  const spots = points.map(point => ({ ...point, px: xOf(point.x) ?? 0, py: yOf(point.y) ?? 0 }))
  return (
    <g className={classes['line']} data-place="0">
      {isPath && (
        <path className={classes['path']} d={`M${spots.map(({ px, py }) => `${px} ${py}`).join('L')}`} />
      )}
      {spots.map(({ key, px, py, words, label }, index) => (
        <g key={key} className={classes['mark']} data-hollow={isPath && index === 0 ? true : undefined}>
          <title>{words}</title>
          <circle cx={px} cy={py} r={isPath && index === spots.length - 1 ? 5 : 3.5} />
          {label !== undefined && (
            <text className={classes['spotLabel']} x={px + 8} y={py + 4}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
