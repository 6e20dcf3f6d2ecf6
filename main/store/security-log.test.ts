import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newFolder, newStore } from '#test/support/new-store.ts'
import { auditEntry } from '#test/support/store-rows.ts'
import { appendEntry } from './audit-trail.ts'
import type { ReadableDb, WritableDb } from './connection.ts'
import { storeFiles } from './files.ts'
import { foldSecurityLog } from './security-fold.ts'
import {
  appendSecurityEvent,
  LOG_START,
  LockedCalls,
  readUnfolded,
  type SecurityEvent,
} from './security-log.ts'

const AT = '2026-11-14T00:30:00.000Z'

function note(directory: string, event: SecurityEvent['event'], more: Partial<SecurityEvent> = {}): void {
  appendSecurityEvent(directory, { at: AT, event, ...more })
}

function edit(directory: string, change: (text: string) => string): void {
  const file = storeFiles(directory).securityLog
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

function events(directory: string): string[] {
  return readUnfolded(directory, LOG_START).lines.map(({ event, count }) => `${event}${count ?? ''}`)
}

describe('[U3] the security log', () => {
  it('keeps its events in order, each chained to the one before', () => {
    const directory = newFolder()
    note(directory, 'unlock_failed', { login: 'li.wei' })
    note(directory, 'unlock_delayed', { login: 'li.wei' })
    const { lines, problems } = readUnfolded(directory, LOG_START)
    expect(problems).toEqual([])
    expect(lines.map(({ seq, event, login }) => [seq, event, login])).toEqual([
      [1, 'unlock_failed', 'li.wei'],
      [2, 'unlock_delayed', 'li.wei'],
    ])
    expect(lines[1]?.previous).toBe(lines[0]?.hash)
  })

  it.each([
    ['an edited line', (text: string) => text.replace('li.wei', 'wang')],
    ['a removed line', (text: string) => text.replace(/^.*\n/, '')],
    ['swapped lines', (text: string) => text.replace(/^(.*\n)(.*\n)/, '$2$1')],
  ])('shows %s', (_what, change) => {
    const directory = newFolder()
    for (const event of ['unlock_failed', 'unlock_delayed', 'store_damaged'] as const) {
      note(directory, event, { login: 'li.wei' })
    }
    edit(directory, change)
    expect(readUnfolded(directory, LOG_START).problems).toEqual(['edited'])
  })

  it('goes on after a line that a crash tore', () => {
    const directory = newFolder()
    note(directory, 'unlock_failed')
    appendFileSync(storeFiles(directory).securityLog, '{"at":"2026-11')
    note(directory, 'unlock_delayed')
    expect(events(directory)).toEqual(['unlock_failed', 'unlock_delayed'])
    expect(readUnfolded(directory, LOG_START).problems).toEqual(['torn_line'])
  })

  it('counts calls while locked instead of filling the disk with them', () => {
    const directory = newFolder()
    const calls = new LockedCalls(directory)
    for (let count = 0; count < 1000; count += 1) calls.note(AT)
    calls.flush(AT)
    calls.flush(AT)
    expect(events(directory)).toHaveLength(11)
    expect(events(directory).at(-1)).toBe('call_while_locked1000')
    calls.note(AT)
    expect(events(directory).at(-1)).toBe('call_while_locked1')
  })
})

describe('[U3] folding the security log into the trail', () => {
  function fold(db: WritableDb, directory: string) {
    const { notes, problems } = foldSecurityLog(db, directory)
    for (const each of notes) appendEntry(db, auditEntry({ userId: null, role: null, ...each }))
    return { actions: notes.map(({ action }) => action), problems }
  }

  it('takes each event once', () => {
    const { db, directory } = newStore()
    note(directory, 'store_created')
    note(directory, 'unlock_failed', { login: 'li.wei' })
    expect(fold(db, directory).actions).toEqual([
      'security.store_created',
      'security.unlock_failed',
      'security_log.folded',
    ])
    expect(fold(db, directory)).toEqual({ actions: [], problems: [] })
    note(directory, 'unlock_delayed')
    expect(fold(db, directory).actions).toEqual(['security.unlock_delayed', 'security_log.folded'])
  })

  it.each([
    ['shortened', 'its last line was cut off', (text: string) => text.replace(/[^\n]*\n$/, '')],
    ['edited', 'a line was changed', (text: string) => text.replace('li.wei', 'wang99')],
    ['shortened', 'it was emptied', () => ''],
  ])('calls it %s after %s, once', (problem, _how, change) => {
    const { db, directory } = newStore()
    note(directory, 'unlock_failed', { login: 'li.wei' })
    note(directory, 'unlock_delayed', { login: 'li.wei' })
    fold(db, directory)
    edit(directory, change)
    expect(fold(db, directory).problems).toContain(problem)
    expect(lastNote(db, directory)).toEqual([])
  })

  it('notices that the whole log is gone, and takes what a new one holds', () => {
    const { db, directory } = newStore()
    note(directory, 'store_created')
    fold(db, directory)
    rmSync(storeFiles(directory).securityLog)
    note(directory, 'unlock_failed')
    const { actions, problems } = fold(db, directory)
    expect(problems).toHaveLength(1)
    expect(actions).toContain('security.unlock_failed')
  })

  function lastNote(db: ReadableDb, directory: string): string[] {
    return foldSecurityLog(db, directory).problems
  }
})
