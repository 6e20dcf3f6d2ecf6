import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('the canonical text of a JSON value', () => {
  it('is that of the package that signatures are made with, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalJson(value)).toBe(canonicalize(value))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    [{ b: 1, a: [{ d: undefined, c: '血' }], 10: 'x', 9: 'y' }],
    [{ ß: 1, ss: 2, '\u0000': 3, '€': 4 }],
    [JSON.parse('{"__proto__":{"a":1},"a":2}')],
    [{ at: new Date('2026-11-30T00:00:00Z') }],
    ['\\ud800 as somebody typed it'],
    [-0],
    [1e21],
  ])('is that of the package for %j', value => {
    expect(canonicalJson(value)).toBe(canonicalize(value))
  })

  it.each([['half a \uD800 character'], [Number.NaN], [undefined]])('is not to be had of %s', value => {
    expect(() => canonicalJson(value)).toThrow()
  })
})
