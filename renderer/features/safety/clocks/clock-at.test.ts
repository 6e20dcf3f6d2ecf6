import { describe, expect, it } from 'vitest'
import type { Clock } from '#shared/core/adverse-events/clock.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactId } from '#shared/core/ids.ts'
import { verbatim } from '#shared/core/text.ts'
import { minutesLeft, stateAt } from './clock-at.ts'

const at = (time: string) => OffsetDateTime.parse(`2026-11-24T${time}:00+08:00`)

const clock: Clock = {
  kind: 'sponsor',
  event: FactId.parse('00000000-0000-4000-8000-000000000001'),
  title: verbatim('sponsor'),
  state: 'running',
  from: OffsetDateTime.parse('2026-11-23T20:00:00+08:00'),
  dueAt: at('20:00'),
  hours: 24,
  basis: 'preset',
  metAt: null,
  report: null,
  lateReason: null,
  addedSeconds: 0,
}

describe('a clock while the page stays open', () => {
  it.each([
    ['13:59', 361, 'running'],
    ['14:00', 360, 'due_soon'],
    ['20:00', 0, 'due_soon'],
    ['20:01', -1, 'overdue'],
  ])('at %s has %i minutes left and is %s', (time, left, state) => {
    expect([minutesLeft(clock, at(time)), stateAt(clock, at(time))]).toEqual([left, state])
  })

  it('is due soon in the last quarter of a time shorter than a day', () => {
    expect(stateAt({ ...clock, hours: 8 }, at('17:59'))).toBe('running')
    expect(stateAt({ ...clock, hours: 8 }, at('18:00'))).toBe('due_soon')
  })

  it('counts the time by which the computer was set back', () => {
    expect(minutesLeft({ ...clock, addedSeconds: 600 }, at('19:55'))).toBe(-5)
  })

  it('stays met, and cannot run without a moment of awareness', () => {
    expect(stateAt({ ...clock, state: 'met' }, at('23:00'))).toBe('met')
    expect(stateAt({ ...clock, state: 'no_start', dueAt: null }, at('23:00'))).toBe('no_start')
  })
})
