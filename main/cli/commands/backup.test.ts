import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { jsonOf, lobule } from '#test/support/command-line.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'

// Each command derives a key at its full cost.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('backing up from the command line', () => {
  let site: TestSite
  let stick: string
  beforeAll(async () => {
    site = await startSite()
    await site.api.session.lock({})
    stick = join(site.directory, '../stick')
    mkdirSync(stick)
    writeFileSync(join(stick, '../password'), `${PASSWORD}\n`)
  })
  afterAll(() => site.dispose())

  async function backup(...args: string[]) {
    const descriptor = openSync(join(stick, '../password'), 'r')
    try {
      const store = ['--store', site.directory, '--user', 'chen', '--password-fd', String(descriptor)]
      return await lobule(['backup', ...args, ...store], { now: '2026-11-22T12:00:00Z' })
    } finally {
      closeSync(descriptor)
    }
  }

  it('writes one file into the folder, and says which once it was read back', async () => {
    const { code, out, err } = await backup('--to', stick, '--json')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(jsonOf(out)).toMatchObject({ cause: 'asked', folder: stick, fileName: readdirSync(stick)[0] })
  })

  it('is refused in words where the folder is not there, or was never chosen', async () => {
    const missing = await backup('--to', join(stick, 'none'))
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('backup')
    expect(missing.err).not.toContain('ENOENT')
    expect((await backup()).code).toBe(1)
    expect(readdirSync(stick)).toHaveLength(1)
  })
})
