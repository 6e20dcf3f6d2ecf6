import { expect, it } from 'vitest'
import { expeditedDays } from './expedited.ts'

const serious = { serious: true, fatal: false, lifeThreatening: false, suspectedAndUnexpected: true }

it.each([
  ['death', { fatal: true }, 7, 8],
  ['danger to life', { lifeThreatening: true }, 7, 8],
  ['danger to life that nobody called serious', { serious: false, lifeThreatening: true }, 7, 8],
  ['another serious case', {}, 15, null],
  ['a case that is not serious', { serious: false }, null, null],
  ['an expected death', { fatal: true, suspectedAndUnexpected: false }, null, null],
])('%s has its days', (_what, change, calendarDays, followUpDays) => {
  expect(expeditedDays({ ...serious, ...change })).toEqual({ calendarDays, followUpDays })
})
