import { expect, it } from 'vitest'
import { scored } from '#test/support/scored.ts'
import { portalVein } from './portal-vein.ts'

it('twice the velocity is twice the flow and half the congestion', () => {
  const slow = scored(portalVein({ diameterMm: 12, meanVelocityCmPerS: 10 }))
  const fast = scored(portalVein({ diameterMm: 12, meanVelocityCmPerS: 20 }))
  expect(slow.areaCm2).toBeCloseTo(1.130973, 6)
  expect(fast.flowMlPerMin / slow.flowMlPerMin).toBeCloseTo(2, 9)
  expect(slow.congestionIndex / fast.congestionIndex).toBeCloseTo(2, 9)
})

it('no velocity, no flow: neither a standstill nor a missing mean is filled in', () => {
  expect(portalVein({ diameterMm: 12 })).toEqual({ state: 'missing', fields: ['meanVelocityCmPerS'] })
  expect(portalVein({ diameterMm: 12, meanVelocityCmPerS: 0 })).toMatchObject({ state: 'implausible' })
})
