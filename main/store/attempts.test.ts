import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newFolder } from '#test/support/new-store.ts'
import { checkAttempt, clearFailures, delaySeconds, noteFailure, startAttempts } from './attempts.ts'
import { storeFiles } from './files.ts'

const START = Date.parse('2026-11-14T00:00:00Z')
const SECOND = 1000

function started(): string {
  const directory = newFolder()
  startAttempts(directory)
  return directory
}

function fail(directory: string, times: number, nowMs = START): void {
  for (let count = 0; count < times; count += 1) noteFailure(directory, 'li.wei', nowMs)
}

/** Each call reads the file anew, as a restarted application would. */
describe('[U3] failed passwords', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 5],
    [5, 15],
    [6, 60],
    [7, 300],
    [8, 900],
    [50, 900],
  ])('after %i in a row the wait is %i seconds, across restarts', (failures, wait) => {
    const directory = started()
    fail(directory, failures)
    expect(delaySeconds(failures)).toBe(wait)
    expect(checkAttempt(directory, 'li.wei', START)).toBe(wait)
    expect(checkAttempt(directory, 'li.wei', START + (wait - 1) * SECOND)).toBe(wait === 0 ? 0 : 1)
    expect(checkAttempt(directory, 'li.wei', START + wait * SECOND)).toBe(0)
  })

  it('of one user keep nobody else waiting', () => {
    const directory = started()
    fail(directory, 8)
    expect(checkAttempt(directory, 'wang', START)).toBe(0)
    expect(checkAttempt(directory, undefined, START)).toBe(0)
  })

  it('under names that nobody has are counted together', () => {
    const directory = started()
    for (let count = 0; count < 4; count += 1) noteFailure(directory, undefined, START)
    expect(checkAttempt(directory, undefined, START)).toBe(5)
  })

  it('are told at the next good login, once', () => {
    const directory = started()
    fail(directory, 5)
    expect(clearFailures(directory, 'li.wei', START + 20 * SECOND)).toBe(5)
    expect(clearFailures(directory, 'li.wei', START + 21 * SECOND)).toBe(0)
    expect(checkAttempt(directory, 'li.wei', START + 22 * SECOND)).toBe(0)
  })

  it('keep their wait when the clock is set back, and it runs on from there', () => {
    const directory = started()
    fail(directory, 6)
    const earlier = START - 3600 * SECOND
    expect(checkAttempt(directory, 'li.wei', earlier)).toBe(60)
    expect(checkAttempt(directory, 'li.wei', earlier + 59 * SECOND)).toBe(1)
    expect(checkAttempt(directory, 'li.wei', earlier + 60 * SECOND)).toBe(0)
  })

  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['broken', (file: string) => writeFileSync(file, '{"format":1,"logins":[]')],
    ['emptied', (file: string) => writeFileSync(file, '')],
  ])(
    'are not forgotten by a %s file: everybody waits longest, and the security log says why',
    (what, spoil) => {
      const directory = started()
      spoil(storeFiles(directory).attempts)
      expect(checkAttempt(directory, 'li.wei', START)).toBe(900)
      expect(checkAttempt(directory, undefined, START + SECOND)).toBe(899)
      expect(checkAttempt(directory, 'li.wei', START + 900 * SECOND)).toBe(0)
      const log = readFileSync(storeFiles(directory).securityLog, 'utf8')
      expect(log).toContain(what === 'missing' ? 'attempts_file_missing' : 'attempts_file_broken')
      expect(log.trim().split('\n')).toHaveLength(1)
    },
  )

  it('of somebody called __proto__ are counted like any other', () => {
    const directory = started()
    for (let count = 0; count < 4; count += 1) noteFailure(directory, '__proto__', START)
    expect(checkAttempt(directory, '__proto__', START)).toBe(5)
  })
})
