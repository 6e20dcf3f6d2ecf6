import { expect, it } from 'vitest'
import { lanesOf } from './lanes.ts'

it('puts marks side by side where there is room, and below each other where they would touch', () => {
  const at = (left: number) => ({ left, width: 18 })
  expect(lanesOf([at(0), at(10), at(18), at(40), at(200)])).toEqual([0, 1, 0, 0, 0])
  expect(lanesOf([at(5), at(0), at(2)])).toEqual([2, 0, 1])
})
