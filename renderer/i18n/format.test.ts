import { expect, it } from 'vitest'
import { withOffsetOf } from './format.ts'

it.each([
  ['2026-11-29T18:30:05.000Z', '2026-11-28T21:19:16+08:00', '2026-11-30T02:30:05+08:00'],
  ['2026-11-29T01:30:05.000Z', '2026-11-28T21:19:16-03:30', '2026-11-28T22:00:05-03:30'],
  ['2026-11-29T01:30:05.000Z', '2026-11-28T21:19:16Z', '2026-11-29T01:30:05.000Z'],
])('%s is, by the clock of %s, %s', (at, like, shown) => expect(withOffsetOf(at, like)).toBe(shown))
