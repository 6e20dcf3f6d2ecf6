import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openLog } from './log-file.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lobule-log-'))
})
afterEach(() => rm(folder, { recursive: true }))

const now = () => new Date('2026-11-24T08:00:00Z')

it('writes one line of JSON for each entry', () => {
  const log = openLog(join(folder, 'logs'), { now })
  log('started', { version: '0.1.0' })
  log('engine ended', { code: 9 })
  expect(readFileSync(join(folder, 'logs/lobule.log'), 'utf8').split('\n')).toEqual([
    '{"at":"2026-11-24T08:00:00.000Z","what":"started","version":"0.1.0"}',
    '{"at":"2026-11-24T08:00:00.000Z","what":"engine ended","code":9}',
    '',
  ])
})

it('puts a full file aside and keeps only the newest', () => {
  const log = openLog(folder, { now, maxBytes: 10, keep: 3 })
  for (const what of ['first', 'second', 'third', 'fourth']) log(what)
  expect(readdirSync(folder).sort()).toEqual(['lobule.1.log', 'lobule.2.log', 'lobule.log'])
  expect(readFileSync(join(folder, 'lobule.log'), 'utf8')).toContain('fourth')
  expect(readFileSync(join(folder, 'lobule.2.log'), 'utf8')).toContain('second')
})

it('loses a line rather than the work that wrote it', () => {
  writeFileSync(join(folder, 'in-the-way'), '')
  expect(() => openLog(join(folder, 'in-the-way'), { now })('started')).not.toThrow()
})
