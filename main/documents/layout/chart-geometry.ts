import type { PointLook } from '#shared/core/trends/drawing/point-look.ts'
import type { Axis, Chart } from './chart.ts'

/** The part of a page that values are drawn on, from its upper left corner. */
export interface Plot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The colours of a chart, all of which can be told apart in grey. */
export type Ink = 'line' | 'soft' | 'accent' | 'grid' | 'window' | 'missed' | 'range'

export type Corner = readonly [x: number, y: number]

/** Something to be drawn, on a page. */
export type Shape =
  | { readonly kind: 'area'; readonly corners: readonly Corner[]; readonly ink: Ink }
  | {
      readonly kind: 'line'
      readonly corners: readonly Corner[]
      readonly ink: Ink
      readonly weight: number
      readonly dash?: number
    }
  | {
      readonly kind: 'mark'
      readonly corners: readonly Corner[] | 'disc'
      readonly at: Corner
      readonly radius: number
      readonly isHollow: boolean
    }

/** Where days and values lie on a plot. */
export interface Scales {
  x(at: number): number
  y(value: number): number
}

/** Places lie on the plot, whatever they are given: a limit beyond the axis is drawn at its edge. */
export function scalesOf({ time, values, isLog }: Chart, plot: Plot): Scales {
  const along = (value: number) => (isLog ? Math.log10(value) : value)
  const [least, most] = [along(values.from), along(values.to)]
  return {
    x: scaleOf(time, plot.x, plot.width),
    y: value => hundredth(plot.y + plot.height * (1 - share(along(value), least, most))),
  }
}

/** Where a moment lies on a width that begins at `left`. */
export function scaleOf({ from, to }: Pick<Axis, 'from' | 'to'>, left: number, width: number) {
  return (at: number) => hundredth(left + width * share(at, from, to))
}

/** Everything of a chart but its words, from the back to the front. */
export function shapesOf(chart: Chart, plot: Plot): Shape[] {
  const scales = scalesOf(chart, plot)
  return [
    ...chart.areas.filter(isOnAxis(chart)).map(area => areaOf(area, plot, scales)),
    ...gridOf(chart, plot, scales),
    ...chart.moments.filter(isOnAxis(chart)).flatMap(moment => momentOf(moment, plot, scales)),
    ...baselineOf(chart, plot, scales),
    ...chart.strokes.flatMap(stroke => strokeOf(stroke, scales)),
    ...pointsOf(chart, plot, scales),
  ]
}

function isOnAxis({ time }: Chart) {
  return (span: {
    readonly from?: number
    readonly to?: number
    readonly at?: number
    readonly until?: number | null
  }) => (span.from ?? span.at ?? 0) <= time.to && (span.to ?? span.until ?? span.at ?? 0) >= time.from
}

function areaOf({ from, to, low, high, tone }: Chart['areas'][number], plot: Plot, { x, y }: Scales): Shape {
  const top = high == null ? plot.y : y(high)
  const bottom = low == null ? plot.y + plot.height : y(low)
  return { kind: 'area', corners: box(x(from), top, x(to), bottom), ink: tone }
}

function gridOf({ values, time }: Chart, plot: Plot, { x, y }: Scales): Shape[] {
  const right = plot.x + plot.width
  const foot = plot.y + plot.height
  const lines = values.ticks.map(
    ({ at }): Shape =>
      line(
        [
          [plot.x, y(at)],
          [right, y(at)],
        ],
        'grid',
        0.35,
      ),
  )
  const ticks = time.ticks.map(
    ({ at }): Shape =>
      line(
        [
          [x(at), foot],
          [x(at), foot + 2],
        ],
        'soft',
        0.4,
      ),
  )
  return [
    ...lines,
    line(
      [
        [plot.x, foot],
        [right, foot],
      ],
      'soft',
      0.5,
    ),
    ...ticks,
  ]
}

/** A dose over the whole height; when another event began, at the upper edge. */
function momentOf({ at, look }: Chart['moments'][number], plot: Plot, { x }: Scales): Shape[] {
  const foot = plot.y + plot.height
  const top: Corner = [x(at), plot.y]
  if (look === 'planned') return [{ ...line([top, [x(at), foot]], 'soft', 0.4), dash: 1.2 }]
  if (look === 'dose')
    return [
      line([top, [x(at), foot]], 'accent', 0.8),
      { kind: 'area', corners: [[x(at) - 2.2, plot.y - 3], [x(at) + 2.2, plot.y - 3], top], ink: 'accent' },
    ]
  const tick: Corner[] = [
    [x(at), plot.y - 3],
    [x(at), plot.y + 2.5],
  ]
  return [line(tick, 'soft', 0.7)]
}

function baselineOf({ baseline }: Chart, plot: Plot, { y }: Scales): Shape[] {
  if (baseline === null) return []
  const corners: Corner[] = [
    [plot.x, y(baseline)],
    [plot.x + plot.width, y(baseline)],
  ]
  return [{ ...line(corners, 'accent', 0.6), dash: 3 }]
}

function strokeOf(
  { before, after, kind, isMeasuredOtherwise }: Chart['strokes'][number],
  { x, y }: Scales,
): Shape[] {
  const [from, to]: Corner[] = [
    [x(before.at), y(before.value)],
    [x(after.at), y(after.value)],
  ]
  if (from === undefined || to === undefined) return []
  const drawn = line([from, to], kind === 'within' ? 'soft' : 'line', kind === 'within' ? 0.5 : 0.8)
  const [middleX, middleY] = [hundredth((from[0] + to[0]) / 2), hundredth((from[1] + to[1]) / 2)]
  const change = line(
    [
      [middleX, middleY - 3.2],
      [middleX, middleY + 3.2],
    ],
    'line',
    0.7,
  )
  return [kind === 'weak' ? { ...drawn, dash: 1.6 } : drawn, ...(isMeasuredOtherwise ? [change] : [])]
}

const RADIUS = { roomy: 1.9, dense: 0.9 } as const

/** Smaller where there are many: none is left out. */
function pointsOf({ points }: Chart, plot: Plot, { x, y }: Scales): Shape[] {
  const radius = points.length > plot.width / 4 ? RADIUS.dense : RADIUS.roomy
  return points.flatMap(({ at, value, look }) => markOf([x(at), y(value)], look, radius))
}

function markOf([x, y]: Corner, { form, isHollow, isCrossed }: PointLook, radius: number): Shape[] {
  const r = hundredth(radius * 1.2)
  if (isCrossed)
    return [
      line(
        [
          [x - r, y - r],
          [x + r, y + r],
        ],
        'line',
        0.8,
      ),
      line(
        [
          [x - r, y + r],
          [x + r, y - r],
        ],
        'line',
        0.8,
      ),
    ]
  const mark = { kind: 'mark', at: [x, y], radius, isHollow } as const
  if (form === 'circle') return [{ ...mark, corners: 'disc' }]
  if (form === 'square') return [{ ...mark, corners: box(x - radius, y - radius, x + radius, y + radius) }]
  const tip = form === 'down' ? r : -r
  return [
    {
      ...mark,
      corners: [
        [x, y + tip],
        [x - r, y - tip * 0.8],
        [x + r, y - tip * 0.8],
      ],
    },
  ]
}

function box(left: number, top: number, right: number, bottom: number): Corner[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}

function line(corners: readonly Corner[], ink: Ink, weight: number): Extract<Shape, { kind: 'line' }> {
  return { kind: 'line', corners, ink, weight }
}

function share(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)))
}

/** The same bytes on every machine, whatever the last digits of its logarithms. */
function hundredth(value: number): number {
  return Math.round(value * 100) / 100
}
