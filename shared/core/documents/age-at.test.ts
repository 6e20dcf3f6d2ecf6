import { expect, it } from 'vitest'
import { boundsOf, EventTime, PartialDate } from '../civil-date.ts'
import { ageAt } from './age-at.ts'

it.each([
  ['1974-05-18', '2026-05-17', 51],
  ['1974-05-18', '2026-05-18', 52],
  ['1972-02-29', '2021-02-28', 48],
  ['1972-02-29', '2021-03-01', 49],
  ['1974-05', '2026-06', 52],
  ['1974-05', '2026-05', null],
  ['1974', '2026-05-18', null],
  ['2026-05-18', '2026-05-17', null],
])('who was born %s is on %s of an age of %s', (born, on, years) => {
  expect(ageAt(PartialDate.parse(born), boundsOf(EventTime.parse(on)))).toBe(years)
})
