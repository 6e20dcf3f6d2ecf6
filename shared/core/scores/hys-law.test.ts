import { describe, expect, it } from 'vitest'
import { admiralHysLaw, fdaHysLaw, isHysLawCandidate } from './hys-law.ts'

const finding = { transaminase: 3, bilirubin: 2, alp: 1.9, daysToBilirubin: 0 }

describe("Hy's law", () => {
  it('twice the upper limit is enough for admiral and not for the words of the guidance', () => {
    expect(isHysLawCandidate(finding, admiralHysLaw)).toBe(true)
    expect(isHysLawCandidate(finding, fdaHysLaw)).toBe(false)
    expect(isHysLawCandidate({ ...finding, bilirubin: 2.01 }, fdaHysLaw)).toBe(true)
  })

  it.each([
    [{ transaminase: 2.99 }, false],
    [{ daysToBilirubin: -1 }, false],
    [{ daysToBilirubin: 14 }, true],
    [{ daysToBilirubin: 15 }, false],
    [{ alp: 8 }, true],
  ])('with %j admiral says %s', (change, expected) => {
    expect(isHysLawCandidate({ ...finding, ...change }, admiralHysLaw)).toBe(expected)
  })

  it('is undecided without the alkaline phosphatase that its rule asks for', () => {
    const rising = { ...finding, bilirubin: 3 }
    expect(isHysLawCandidate({ ...rising, alp: undefined }, fdaHysLaw)).toBeUndefined()
    expect(isHysLawCandidate({ ...rising, alp: 2 }, fdaHysLaw)).toBe(false)
    expect(isHysLawCandidate({ ...rising, transaminase: 1, alp: undefined }, fdaHysLaw)).toBe(false)
  })

  it('follows the operators and cuts of a site', () => {
    const strict = { ...fdaHysLaw, transaminase: { compare: 'gt', multiple: 3 } } as const
    expect(isHysLawCandidate({ ...finding, bilirubin: 3 }, strict)).toBe(false)
  })
})
