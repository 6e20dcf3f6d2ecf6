import { describe, expect, it } from 'vitest'
import { edishCuts, edishQuadrant, mdishCuts } from './edish.ts'

describe('eDISH', () => {
  it.each([
    [2.99, 1.99, 'normal_or_near_normal'],
    [3, 1.99, 'temples_corollary'],
    [2.99, 2, 'hyperbilirubinemia'],
    [3, 2, 'possible_hys_law'],
  ])('peaks of %f and %f times the upper limit: %s', (alt, bilirubin, quadrant) => {
    expect(edishQuadrant({ alt, bilirubin }, edishCuts)).toBe(quadrant)
  })

  it.each([
    [3.79, 4.79, 'normal_or_near_normal'],
    [3.8, 4.8, 'possible_hys_law'],
  ])('peaks of %f and %f times baseline: %s', (alt, bilirubin, quadrant) => {
    expect(edishQuadrant({ alt, bilirubin }, mdishCuts)).toBe(quadrant)
  })
})
