import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OffsetDateTime } from '../civil-date.ts'
import { type ClockTime, type SetBack, secondsPutBack } from './clock-time.ts'

const HOUR = 3_600_000

const timeOf = (setBacks: readonly SetBack[]): ClockTime => ({
  ...{ now: 100 * HOUR, setBacks, enteredAs: () => undefined },
  render: instant => new Date(instant).toISOString() as OffsetDateTime,
})

/** From the twelfth hour to the eleventh, seen by entry 50. */
const hour: SetBack = { seq: 50, from: 12 * HOUR, to: 11 * HOUR }

it.each([
  ['after the first moment was charted', { at: 8 * HOUR, seq: 40 }, undefined, 3600],
  ['before it was charted, to a time after it', { at: 8 * HOUR, seq: 60 }, undefined, 3600],
  ['before it was charted, to a time before it', { at: 11.5 * HOUR, seq: 60 }, undefined, 0],
  ['by the entry itself', { at: 11 * HOUR, seq: 50 }, undefined, 0],
  ['before the second moment', { at: 8 * HOUR, seq: 40 }, { at: 13 * HOUR, seq: 60 }, 3600],
  ['with the entry of the second moment', { at: 8 * HOUR, seq: 40 }, { at: 11 * HOUR, seq: 50 }, 3600],
  ['after the second moment was charted', { at: 8 * HOUR, seq: 40 }, { at: 11.5 * HOUR, seq: 45 }, 0],
  ['to a time after the second moment', { at: 8 * HOUR, seq: 40 }, { at: 10 * HOUR, seq: 60 }, 0],
])('a clock that was put back %s', (_when, since, until, seconds) => {
  expect(secondsPutBack(since, until, timeOf([hour]))).toBe(seconds)
})

const setBack = fc
  .record({
    seq: fc.integer({ min: 1, max: 100 }),
    to: fc.integer({ max: 100 }),
    by: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ seq, to, by }): SetBack => ({ seq, from: (to + by) * HOUR, to: to * HOUR }))
const noted = fc
  .record({ at: fc.integer({ max: 100 }), seq: fc.integer({ min: 1, max: 100 }) })
  .map(({ at, seq }) => ({ at: at * HOUR, seq }))

it('to put a clock back once more never gives time, and a report never takes any', () => {
  fc.assert(
    fc.property(fc.array(setBack), setBack, noted, noted, (some, another, since, until) => {
      const before = secondsPutBack(since, undefined, timeOf(some))
      expect(secondsPutBack(since, undefined, timeOf([...some, another]))).toBeGreaterThanOrEqual(before)
      expect(secondsPutBack(since, until, timeOf(some))).toBeLessThanOrEqual(before)
    }),
  )
})

it('whatever was done to the clock, at least as much time passed as the trail saw', () => {
  // What the clock showed at each entry of a trail; the event is charted with the first.
  const shown = fc.array(fc.integer({ max: 1000 }), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(shown, times => {
      const instants = times.map(time => time * HOUR)
      const setBacks = instants.flatMap((to, index): SetBack[] => {
        const from = instants[index - 1] ?? to
        return from > to ? [{ seq: index, from, to }] : []
      })
      const [at = 0] = instants
      const now = instants.at(-1) ?? 0
      const passed = now - at + secondsPutBack({ at, seq: 0 }, undefined, timeOf(setBacks)) * 1000
      expect(passed).toBeGreaterThanOrEqual(Math.max(...instants) - at)
      expect(passed).toBeGreaterThanOrEqual(0)
    }),
  )
})
