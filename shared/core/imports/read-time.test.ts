import { expect, it } from 'vitest'
import { OffsetDateTime } from '../civil-date.ts'
import type { DateFormat } from './mapping.ts'
import { readTime } from './read-time.ts'

const read = (date: string, format: DateFormat, { time = '', timeZone = 'Asia/Shanghai' } = {}) =>
  readTime({ date, time }, { format, timeZone })

it.each([
  ['2026-11-14', 'YYYY-MM-DD', '2026-11-14'],
  ['2026/1/4', 'YYYY/MM/DD', '2026-01-04'],
  ['2026.11.14', 'YYYY.MM.DD', '2026-11-14'],
  ['20261114', 'YYYYMMDD', '2026-11-14'],
  ['2026年11月14日', 'YYYY年MM月DD日', '2026-11-14'],
  ['04/11/2026', 'DD/MM/YYYY', '2026-11-04'],
  ['04/11/2026', 'MM/DD/YYYY', '2026-04-11'],
  ['14.11.2026', 'DD.MM.YYYY', '2026-11-14'],
  ['２０２６／１１／１４', 'YYYY/MM/DD', '2026-11-14'],
] as const)('%s as %s is the day %s', (text, format, day) => expect(read(text, format)).toBe(day))

it.each([
  ['2026-11-14 08:30', 'YYYY-MM-DD', '2026-11-14T08:30:00+08:00'],
  ['2026/11/14 8:30:15', 'YYYY/MM/DD', '2026-11-14T08:30:15+08:00'],
  ['2026-11-14 08:30:15.000', 'YYYY-MM-DD', '2026-11-14T08:30:15+08:00'],
  ['2026-11-14T08:30:15.250Z', 'YYYY-MM-DD', '2026-11-14T08:30:15.25Z'],
  ['2026-11-14T08:30:15+0100', 'YYYY-MM-DD', '2026-11-14T08:30:15+01:00'],
  ['20261114083015', 'YYYYMMDD', '2026-11-14T08:30:15+08:00'],
  ['202611140830', 'YYYYMMDD', '2026-11-14T08:30:00+08:00'],
  ['2026年11月14日8时30分', 'YYYY年MM月DD日', '2026-11-14T08:30:00+08:00'],
  ['11/14/2026 8:30 PM', 'MM/DD/YYYY', '2026-11-14T20:30:00+08:00'],
  ['11/14/2026 12:05 am', 'MM/DD/YYYY', '2026-11-14T00:05:00+08:00'],
] as const)('%s as %s is the instant %s', (text, format, instant) => {
  expect(read(text, format)).toBe(instant)
  expect(OffsetDateTime.safeParse(instant).success).toBe(true)
})

it('reads a day of the ISO form whatever the format: dates of a workbook come so', () => {
  expect(read('2026-11-14', 'DD/MM/YYYY')).toBe('2026-11-14')
})

it('puts date and time of two columns together', () => {
  expect(read('2026/11/14', 'YYYY/MM/DD', { time: '08:30' })).toBe('2026-11-14T08:30:00+08:00')
  expect(read('2026-11-14 00:00:00', 'YYYY-MM-DD', { time: '0830' })).toBe('2026-11-14T08:30:00+08:00')
  expect(read('2026-11-14 09:00', 'YYYY-MM-DD', { time: '08:30' })).toBeUndefined()
})

it.each([
  ['2026-02-29', 'YYYY-MM-DD'],
  ['2026-13-01', 'YYYY-MM-DD'],
  ['14/11/2026', 'MM/DD/YYYY'],
  ['26-11-14', 'YYYY-MM-DD'],
  ['14/11/26', 'DD/MM/YYYY'],
  ['1826-11-14', 'YYYY-MM-DD'],
  ['2026-11-14 24:00', 'YYYY-MM-DD'],
  ['2026-11-14 08:60', 'YYYY-MM-DD'],
  ['2026-11-14 13:05 pm', 'YYYY-MM-DD'],
  ['2026-11-14 08:30+24:00', 'YYYY-MM-DD'],
  ['2026-11-14 morning', 'YYYY-MM-DD'],
  ['2026/11/14', 'YYYY.MM.DD'],
  ['45975', 'YYYY-MM-DD'],
  ['', 'YYYY-MM-DD'],
] as const)('%s as %s is none', (text, format) => expect(read(text, format)).toBeUndefined())

it('is not looked for in a cell so long that a pattern would take for ever', () => {
  const started = performance.now()
  expect(read(`2026-11-14 08:30${' '.repeat(30_000)}x`, 'YYYY-MM-DD')).toBeUndefined()
  expect(read('2026-11-14', 'YYYY-MM-DD', { time: `08:30${' '.repeat(30_000)}x` })).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(1000)
})

it('guesses no offset of an hour that summer time skips or has twice', () => {
  const timeZone = 'Europe/Berlin'
  expect(read('2026-03-29 02:30', 'YYYY-MM-DD', { timeZone })).toBeUndefined()
  expect(read('2026-10-25 02:30', 'YYYY-MM-DD', { timeZone })).toBeUndefined()
  expect(read('2026-10-25 02:30+01:00', 'YYYY-MM-DD', { timeZone })).toBe('2026-10-25T02:30:00+01:00')
})
