import { expect, it } from 'vitest'
import { EventTime } from '#shared/core/civil-date.ts'
import { calendarOf } from '#shared/core/schedule/plan-calendar.ts'
import { calendarInput, SECOND } from '#test/support/calendar.ts'
import { nct07413549 } from '#test/support/protocols.ts'
import { windowsAround } from './windows.ts'

const dose = (number: number, from: string) => ({ kind: 'dose', protocol: SECOND, number, from }) as const
const first = dose(1, '2026-06-01T10:00:00+08:00')
const second = dose(2, '2026-06-29T10:00:00+08:00')

function windows(time: string | undefined, given: readonly (typeof first)[], reading = 'first') {
  const readings = { 'after-administration': reading }
  const input = calendarInput(nct07413549, { today: '2027-11-22', contents: given, readings })
  const source = { calendar: calendarOf(input), siteDay: input.siteDay }
  const found = windowsAround(time === undefined ? undefined : EventTime.parse(time), source)
  return found.map(({ title }) => title.en)
}

const ALL = 'All adverse events and serious adverse events'
const RELATED = 'Treatment-related adverse events and serious adverse events'

it.each([
  ['2026-06-01T09:59:00+08:00', []],
  ['2026-06-01', [ALL]],
  ['2026-06-29', [ALL]],
  ['2026-06-30', [RELATED]],
  ['2027-05-31', [RELATED]],
  ['2027-06-01', []],
  ['2026-06', []],
  ['2026-07', [RELATED]],
  [undefined, []],
])('an event of %s falls into %j', (time, expected) => {
  expect(windows(time, [first])).toEqual(expected)
})

it('is counted after each dose where the site reads it so, by the clock on the day of a dose', () => {
  const each = (time: string) => windows(time, [first, second], 'each')
  expect(each('2026-06-29T09:00:00+08:00')).toEqual([`${ALL} (after dose 1)`])
  expect(each('2026-06-29T11:00:00+08:00')).toEqual([`${ALL} (after dose 1)`, `${ALL} (after dose 2)`])
})

it('is in no window before a dose was given', () => {
  expect(windows('2026-06-10', [])).toEqual([])
})
