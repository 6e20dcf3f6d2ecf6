import { expect, it } from 'vitest'
import { againstBaseline } from './against-baseline.ts'

it.each([
  ['a grade against an abnormal baseline', { absolute: 3, relative: 2, baseline: 59.85 }, 2],
  ['that it is no grade against an abnormal baseline', { absolute: 1, relative: 0, baseline: 59.85 }, 0],
  [
    'that a value is not graded against a normal baseline',
    { absolute: 1, relative: null, baseline: 49.5 },
    'notAgainst',
  ],
  [
    'that it cannot be told where no limit was printed',
    { absolute: null, relative: null, baseline: 88 },
    'notTold',
  ],
  ['that there is no baseline', { absolute: 2, relative: null, baseline: null }, 'noBaseline'],
])('says %s', (_what, offer, said) => {
  expect(againstBaseline(offer)).toBe(said)
})
