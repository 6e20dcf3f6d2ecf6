import { expect, it } from 'vitest'
import { NaranjoItems, naranjo } from './naranjo.ts'

it.each([
  ['the most', [1, 2, 1, 2, 2, 1, 1, 1, 1, 1], 13, 'definite'],
  ['nine', [1, 2, 1, 2, 2, 0, 0, 0, 0, 1], 9, 'definite'],
  ['eight', [1, 2, 1, 2, 2, 0, 0, 0, 0, 0], 8, 'probable'],
  ['five', [1, 2, 1, 0, 0, 0, 0, 0, 0, 1], 5, 'probable'],
  ['four', [1, 2, 1, 0, 0, 0, 0, 0, 0, 0], 4, 'possible'],
  ['one', [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], 1, 'possible'],
  ['nothing known', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 'doubtful'],
  ['the least', [0, -1, 0, -1, -1, -1, 0, 0, 0, 0], -4, 'doubtful'],
])('%s: %j sums to %i, %s', (_what, items, total, category) => {
  expect(naranjo(NaranjoItems.parse(items))).toEqual({ total, category })
})

it('refuses points that a question does not have', () => {
  const { error } = NaranjoItems.safeParse([1, 1, 1, 2, 2, 1, 1, 1, 1, 1])
  expect(error?.issues).toMatchObject([{ path: [1], message: 'question 2 has 2, -1, 0' }])
})
