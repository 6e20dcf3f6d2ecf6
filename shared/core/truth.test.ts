import { describe, expect, it } from 'vitest'
import { all, any, not, Truth, truthOf } from './truth.ts'

const [yes, no, open, judge] = ['true', 'false', 'unknown', 'needs_judgement'] as const

describe('three values and the judgement that is missing', () => {
  it.each([
    [yes, yes, yes, yes],
    [yes, no, no, yes],
    [yes, open, open, yes],
    [yes, judge, judge, yes],
    [no, no, no, no],
    [no, open, no, open],
    [no, judge, no, judge],
    [open, open, open, open],
    [open, judge, open, open],
    [judge, judge, judge, judge],
  ] as const)('%s with %s: all gives %s, any gives %s', (a, b, both, either) => {
    expect([all([a, b]), all([b, a])]).toEqual([both, both])
    expect([any([a, b]), any([b, a])]).toEqual([either, either])
  })

  it('holds for all of nothing, and for none of it', () => {
    expect([all([]), any([])]).toEqual([yes, no])
  })

  it('negates only what is known', () => {
    expect(Truth.options.map(not)).toEqual([no, yes, open, judge])
  })

  it('obeys De Morgan for every triple', () => {
    for (const a of Truth.options)
      for (const b of Truth.options)
        for (const c of Truth.options) expect(not(all([a, b, c]))).toBe(any([not(a), not(b), not(c)]))
  })

  it('takes an undecided comparison as unknown', () => {
    expect([truthOf(true), truthOf(false), truthOf(undefined)]).toEqual([yes, no, open])
  })
})
