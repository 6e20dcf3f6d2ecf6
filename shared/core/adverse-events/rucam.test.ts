import { expect, it } from 'vitest'
import { HepatocellularRucam, hepatocellularRucam, rucamCategory } from './rucam.ts'

it.each([
  [-9, 'excluded'],
  [0, 'excluded'],
  [1, 'unlikely'],
  [2, 'unlikely'],
  [3, 'possible'],
  [5, 'possible'],
  [6, 'probable'],
  [8, 'probable'],
  [9, 'highly probable'],
  [14, 'highly probable'],
])('a total of %i is %s', (total, category) => {
  expect(rucamCategory(total)).toBe(category)
})

const most = {
  onset: 2,
  course: 3,
  riskFactors: 2,
  concomitant: 0,
  alternativeCauses: 2,
  previousHepatotoxicity: 2,
  rechallenge: 3,
}

it('sums its seven items, at most 14', () => {
  expect(hepatocellularRucam(HepatocellularRucam.parse(most))).toEqual({
    total: 14,
    category: 'highly probable',
  })
})

it.each([
  ['onset', 0],
  ['course', 1],
  ['concomitant', 1],
  ['rechallenge', 2],
])('refuses %s with %i points, which the scale does not have', (item, points) => {
  expect(HepatocellularRucam.safeParse({ ...most, [item]: points }).error?.issues).toMatchObject([
    { path: [item] },
  ])
})
