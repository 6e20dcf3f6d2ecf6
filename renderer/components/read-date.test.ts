import { describe, expect, it } from 'vitest'
import { readDate, readEventTime } from './read-date.ts'

describe('a date as people write it', () => {
  it.each([
    ['1967', '1967'],
    ['1967-03', '1967-03'],
    ['1967-3', '1967-03'],
    ['1967-03-14', '1967-03-14'],
    ['1967/3/14', '1967-03-14'],
    ['1967.03.14', '1967-03-14'],
    ['19670314', '1967-03-14'],
    ['14.03.1967', '1967-03-14'],
    ['14.3.1967', '1967-03-14'],
    ['03.1967', '1967-03'],
    ['1967年', '1967'],
    ['1967年3月', '1967-03'],
    ['1967年3月14日', '1967-03-14'],
    ['１９６７年３月１４号', '1967-03-14'],
    ['14 Mar 1967', '1967-03-14'],
    ['March 1967', '1967-03'],
    ['4 sept 1967', '1967-09-04'],
    ['  1967-03 ', '1967-03'],
    ['1972-02-29', '1972-02-29'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toBe(date)
  })

  it.each([
    [''],
    ['67'],
    ['14/03/1967'],
    ['03/14/1967'],
    ['1967-13'],
    ['1967-00'],
    ['1971-02-29'],
    ['1967-03-32'],
    ['1867-03-14'],
    ['2100'],
    ['1967-03/14'],
    ['14 Foo 1967'],
    ['14 Marble 1967'],
    ['14 1967'],
    ['about 1967'],
    ['2026-11-14 08:30'],
  ])('%s is none', text => {
    expect(readDate(text)).toBeUndefined()
  })
})

describe('a date with its time of day', () => {
  it.each([
    ['2026-11-14 08:30', 'Asia/Shanghai', '2026-11-14T08:30:00+08:00'],
    ['2026-11-14T08:30', 'Asia/Shanghai', '2026-11-14T08:30:00+08:00'],
    ['2026-11-14 8:30:15', 'Asia/Shanghai', '2026-11-14T08:30:15+08:00'],
    ['2026年11月14日 8：30', 'Asia/Shanghai', '2026-11-14T08:30:00+08:00'],
    ['2026年11月14日8时30分', 'Asia/Shanghai', '2026-11-14T08:30:00+08:00'],
    ['14.11.2026 08:30', 'Europe/Berlin', '2026-11-14T08:30:00+01:00'],
    ['14 Jul 2026 08:30', 'Europe/Berlin', '2026-07-14T08:30:00+02:00'],
    ['2026-11-14 08:30', 'America/St_Johns', '2026-11-14T08:30:00-03:30'],
    ['2026-11-14T08:30:00+08:00', 'Europe/Berlin', '2026-11-14T08:30:00+08:00'],
    ['2026-11-14T08:30:00Z', 'Europe/Berlin', '2026-11-14T08:30:00Z'],
    ['2026-11', 'Asia/Shanghai', '2026-11'],
    ['2026-11-14', 'Asia/Shanghai', '2026-11-14'],
  ])('%s in %s is %s', (text, zone, time) => {
    expect(readEventTime(text, zone)).toBe(time)
  })

  it.each([
    ['an hour that summer time skips', '2026-03-29 02:30'],
    ['an hour that comes twice', '2026-10-25 02:30'],
    ['an hour of no clock', '2026-11-14 24:30'],
    ['a time without its day', '2026-11 08:30'],
  ])('%s is not guessed', (_what, text) => {
    expect(readEventTime(text, 'Europe/Berlin')).toBeUndefined()
  })

  it('takes an hour that comes twice where its offset is written', () => {
    expect(readEventTime('2026-10-25 02:30 +01:00', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+01:00')
  })
})
