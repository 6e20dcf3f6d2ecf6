import { describe, expect, it } from 'vitest'
import { isByReading, readingsUsed, resolve } from './reading.ts'

const value = { reading: 'boundary', cases: { within: 'within', outside: 'outside' } }

describe('a value that depends on a reading', () => {
  it('is the value of the chosen alternative', () => {
    expect(resolve(value, { boundary: 'outside' })).toBe('outside')
  })

  it('is itself where it depends on none', () => {
    expect(resolve('within', {})).toBe('within')
    expect(resolve(['a', 'b'], {})).toEqual(['a', 'b'])
  })

  it('has no value where nothing, or something else, is chosen', () => {
    expect(() => resolve(value, {})).toThrow('reading boundary has no case (not chosen)')
    expect(() => resolve(value, { boundary: 'constructor' })).toThrow('has no case constructor')
  })

  it('is told from other objects by its fields', () => {
    expect(isByReading(value)).toBe(true)
    expect(isByReading({ kind: 'ever' })).toBe(false)
    expect(isByReading(null)).toBe(false)
  })
})

it('every use of a reading in a rule is found, with its cases and its place', () => {
  const inner = { reading: 'inner', cases: { x: 1, y: 2 } }
  const rule = { all: [{ when: value }, { reading: 'outer', cases: { a: { deep: inner }, b: 3 } }] }
  expect(readingsUsed(rule)).toEqual([
    { reading: 'boundary', cases: ['within', 'outside'], path: ['all', 0, 'when'] },
    { reading: 'outer', cases: ['a', 'b'], path: ['all', 1] },
    { reading: 'inner', cases: ['x', 'y'], path: ['all', 1, 'cases', 'a', 'deep'] },
  ])
})
