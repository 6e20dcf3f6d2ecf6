import { describe, expect, it } from 'vitest'
import { pointOn } from '#test/support/trends-fixture.ts'
import type { DrawnLine } from './drawn-line.ts'
import { hitAt } from './hit.ts'
import { plotOf } from './plot.ts'

const values = { from: 0, to: 100, ticks: [], isLog: false }
const plot = plotOf({ width: 248, height: 125 }, { from: 0, to: 100 }, values)
const lineOf = (id: string, ...pairs: (readonly [number, number])[]): DrawnLine => ({
  ...{ id, name: id, baseline: null },
  points: pairs.map(([at, value]) => {
    const point = { ...pointOn('2026-03-01', value), at }
    return { point, at, value, low: null, high: null, isKept: false }
  }),
})

describe('the point under a pointer', () => {
  const lines = [lineOf('meld', [10, 50], [14, 50]), lineOf('meld_na', [50, 20])]

  it('is the nearest of all lines', () => {
    expect(hitAt(plot.xOf(13), 58, plot, lines)).toMatchObject({ line: { id: 'meld' }, point: { at: 14 } })
    expect(hitAt(plot.xOf(52), 90, plot, lines)).toMatchObject({ line: { id: 'meld_na' }, place: 1 })
  })

  it('is none farther than a finger, and none of a time that is not shown', () => {
    expect(hitAt(plot.xOf(30), 58, plot, lines)).toBeUndefined()
    const later = plotOf({ width: 248, height: 125 }, { from: 20, to: 120 }, values)
    expect(hitAt(later.xOf(20), 58, later, lines)).toBeUndefined()
  })
})
