import { describe, expect, it } from 'vitest'
import { linksOf } from '#shared/core/trends/drawing/links.ts'
import type { Point } from '#shared/core/trends/series.ts'
import { pointOn } from '#test/support/trends-fixture.ts'
import type { DrawnPoint } from './drawn-line.ts'
import { linkPaths, pointPaths, type Spot, shownLinks } from './line-paths.ts'

const drawn = (at: number, value: number, over: Partial<Point> = {}): DrawnPoint => {
  const point = { ...pointOn('2026-03-01', value), ...over, at }
  return { point, at, value, low: null, high: null, isKept: false }
}
const spot: Spot = ({ at, value }) => (value > 0 ? { x: at, y: value } : undefined)

describe('the paths of a line', () => {
  it('draw neighbours in one go and begin anew behind a gap', () => {
    const points = [drawn(0, 1), drawn(10, 2), drawn(20, 3), drawn(40, 4), drawn(50, 5)]
    const links = linksOf(points, [{ from: 25, to: 30 }])
    expect(linkPaths(links, spot)).toEqual([{ kind: 'plain', d: 'M0 1L10 2L20 3M40 4L50 5' }])
  })

  it('leave out what the axis has no place for', () => {
    const links = linksOf([drawn(0, 1), drawn(10, 0), drawn(20, 3), drawn(30, 4)], [])
    expect(linkPaths(links, spot)).toEqual([{ kind: 'plain', d: 'M20 3L30 4' }])
    expect(pointPaths([drawn(0, 0)], spot)).toEqual([])
  })

  it('keep the line that leaves the panel on both sides, and no other', () => {
    const links = linksOf([drawn(0, 1), drawn(10, 2), drawn(20, 3), drawn(30, 4)], [])
    expect(shownLinks(links, { from: 12, to: 18 }).map(({ before }) => before.at)).toEqual([10])
  })

  it('hold all points of one look together, and others apart', () => {
    const points = [drawn(0, 1), drawn(10, 2), drawn(20, 3, { flags: ['specimen'] })]
    const paths = pointPaths(points, spot)
    expect(paths.map(({ look, d }) => [look.isCrossed, d.split('M').length - 1])).toEqual([
      [false, 2],
      [true, 2],
    ])
  })
})
