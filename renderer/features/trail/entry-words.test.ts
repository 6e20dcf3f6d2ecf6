import { expect, it } from 'vitest'
import { localTime } from './entry-words.ts'

it.each([
  ['2026-11-24T19:42:18.890Z', '+08:00', '2026-11-25', '03:42:18'],
  ['2026-11-24T02:15:00.000Z', '-03:30', '2026-11-23', '22:45:00'],
  ['2026-11-24T02:15:00.000Z', '+00:00', '2026-11-24', '02:15:00'],
])('%s at %s is %s %s', (at, offset, day, time) => expect(localTime({ at, offset })).toEqual({ day, time }))
