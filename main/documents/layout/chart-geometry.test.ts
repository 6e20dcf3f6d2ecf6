import { describe, expect, it } from 'vitest'
import type { PointLook } from '#shared/core/trends/drawing/point-look.ts'
import type { Chart } from './chart.ts'
import { scalesOf, shapesOf } from './chart-geometry.ts'
import { lanesOf } from './timeline.ts'

const plot = { x: 100, y: 50, width: 200, height: 100 }
const disc: PointLook = { form: 'circle', isHollow: false, isCrossed: false }

function chartOf(change: Partial<Chart>): Chart {
  return {
    title: { spans: [{ text: 'ALT' }], size: 7 },
    alternative: 'ALT',
    time: { from: 0, to: 100, ticks: [] },
    values: { from: 0, to: 50, ticks: [] },
    isLog: false,
    areas: [],
    moments: [],
    baseline: null,
    strokes: [],
    points: [],
    ...change,
  }
}

describe('the scales of a chart', () => {
  it('lay days from left to right and values from below', () => {
    const { x, y } = scalesOf(chartOf({}), plot)
    expect([x(0), x(25), x(100)]).toEqual([100, 150, 300])
    expect([y(0), y(25), y(50)]).toEqual([150, 100, 50])
  })

  it('lay powers of ten at equal distances', () => {
    const { y } = scalesOf(chartOf({ values: { from: 10, to: 100_000, ticks: [] }, isLog: true }), plot)
    expect([y(10), y(100), y(1000), y(10_000), y(100_000)]).toEqual([150, 125, 100, 75, 50])
  })

  it('keep everything on the plot', () => {
    const { x, y } = scalesOf(chartOf({}), plot)
    expect([x(-10), x(300), y(-1), y(900)]).toEqual([100, 300, 150, 50])
  })
})

describe('the shapes of a chart', () => {
  it('are as many lines as there are strokes, and none between points that are not joined', () => {
    const spots = [0, 50, 100].map(at => ({ at, value: 25, look: disc }))
    const stroke = {
      before: { at: 0, value: 25 },
      after: { at: 50, value: 25 },
      kind: 'plain',
      isMeasuredOtherwise: false,
    } as const
    const drawn = shapesOf(chartOf({ points: spots, strokes: [stroke] }), plot).filter(
      shape => shape.kind === 'line' && shape.ink === 'line',
    )
    expect(drawn).toMatchObject([
      {
        corners: [
          [100, 100],
          [200, 100],
        ],
      },
    ])
  })

  it('point downwards and are open where a value lies below its limit', () => {
    const look: PointLook = { form: 'down', isHollow: true, isCrossed: false }
    const [mark] = shapesOf(chartOf({ points: [{ at: 50, value: 25, look }] }), plot).filter(
      ({ kind }) => kind === 'mark',
    )
    if (mark?.kind !== 'mark' || mark.corners === 'disc') throw new Error('a triangle')
    expect(mark.isHollow).toBe(true)
    const [tip, ...base] = mark.corners
    for (const [, y] of base) expect(y).toBeLessThan(tip?.[1] ?? 0)
  })

  it('are a cross without any disc for an unfit specimen', () => {
    const look: PointLook = { form: 'circle', isHollow: false, isCrossed: true }
    const shapes = shapesOf(chartOf({ points: [{ at: 50, value: 25, look }] }), plot)
    expect(shapes.filter(({ kind }) => kind === 'mark')).toEqual([])
    expect(shapes.filter(shape => shape.kind === 'line' && shape.ink === 'line')).toHaveLength(2)
  })

  it('leave out no point of many, and draw them smaller', () => {
    const points = Array.from({ length: 520 }, (_, index) => ({ at: index / 5.2, value: 25, look: disc }))
    const marks = shapesOf(chartOf({ points }), plot).filter(shape => shape.kind === 'mark')
    expect(marks).toHaveLength(520)
    expect(new Set(marks.map(({ radius }) => radius))).toEqual(new Set([0.9]))
  })

  it('fill an open side of a range to the edge', () => {
    const areas = [{ from: 0, to: 100, low: null, high: 20, tone: 'range' }] as const
    const [area] = shapesOf(chartOf({ areas }), plot)
    if (area?.kind !== 'area') throw new Error('an area')
    expect(area.corners.map(([, y]) => y)).toEqual([110, 110, 150, 150])
  })

  it('leave out visits and doses beyond the axis', () => {
    const moments = [{ at: 150, look: 'dose' }] as const
    const areas = [{ from: 120, to: 130, tone: 'window' }] as const
    const inks = shapesOf(chartOf({ moments, areas }), plot).map(({ kind }) => kind)
    expect(inks).toEqual(['line'])
  })
})

describe('the lanes of a timeline', () => {
  it('hold what does not touch side by side, and the rest below', () => {
    const things = [
      { left: 0, right: 40 },
      { left: 10, right: 30 },
      { left: 50, right: 60 },
      { left: 41, right: 44 },
    ]
    expect(lanesOf(things)).toEqual([0, 1, 0, 1])
  })
})
