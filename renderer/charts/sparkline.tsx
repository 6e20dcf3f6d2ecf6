import classes from './charts.module.css'

interface SparklineProps {
  readonly label: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** The same for all that are compared. */
  readonly domain: { readonly x: readonly [number, number]; readonly y: readonly [number, number] }
}

const [WIDTH, HEIGHT, MARGIN] = [128, 52, 4]

/** A line so small that many fit side by side; x at 0 is marked. Without recharts: a cohort has hundreds of them. */
export function Sparkline({ label, points, domain }: SparklineProps) {
  const x = (value: number) => MARGIN + share(value, domain.x) * (WIDTH - 2 * MARGIN)
  const y = (value: number) => HEIGHT - MARGIN - share(value, domain.y) * (HEIGHT - 2 * MARGIN)
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label} className={classes['spark']}>
      {domain.x[0] <= 0 && <path className={classes['event']} data-kind="dose" d={`M${x(0)} 0v${HEIGHT}`} />}
      <g className={classes['line']} data-place="0">
        {points.length > 0 && (
          <path
            className={classes['link']}
            d={`M${points.map(one => `${x(one.x)} ${y(one.y)}`).join('L')}`}
          />
        )}
        {points.map(one => (
          <circle key={one.x} className={classes['single']} cx={x(one.x)} cy={y(one.y)} r={1.8} />
        ))}
      </g>
    </svg>
  )
}

function share(value: number, [from, to]: readonly [number, number]): number {
  return to === from ? 0.5 : (value - from) / (to - from)
}
