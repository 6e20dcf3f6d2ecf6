import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { jsonOf, lobule } from '#test/support/command-line.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { chartSample, enableChen } from '#test/support/sign.ts'

// Each command derives a key at its full cost and draws a document.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

describe('what leaves by the command line', () => {
  let site: TestSite
  let home: string
  let fingerprint: string
  const at = (name: string) => join(home, name)

  beforeAll(async () => {
    site = await startSite()
    await enableChen(site)
    await chartSample(site, 'tr-001-eligible')
    fingerprint = (await site.api.signing.authority({}))?.sha256 ?? ''
    await site.api.session.lock({})
    home = join(site.directory, '..')
    writeFileSync(at('password'), `${PASSWORD}\n`)
  })
  afterAll(() => site.dispose())

  async function withPassword(...args: string[]) {
    const descriptor = openSync(at('password'), 'r')
    try {
      const store = ['--store', site.directory, '--user', 'chen', '--password-fd', String(descriptor)]
      return await lobule([...args, ...store], { now: '2026-11-22T12:00:00Z' })
    } finally {
      closeSync(descriptor)
    }
  }

  it('is a ZIP whose manifest is signed, which verifies against the fingerprint of the site', async () => {
    const file = at('export.zip')
    const made = await withPassword(
      'export',
      'csv',
      '--to',
      file,
      '--why',
      'data check',
      '--patients',
      'TR-001',
    )
    expect(made).toMatchObject({ code: 0, err: '' })
    const { code, out } = await lobule(['verify', file, '--fingerprint', fingerprint], {
      now: '2026-11-22T13:00:00Z',
    })
    expect(out).toContain('export.zip: HOLDS')
    expect(code).toBe(0)
  })

  it('is refused without a reason, for a format that there is not, and for a patient who is not there', async () => {
    expect(await withPassword('export', 'csv', '--to', at('x.zip'))).toMatchObject({ code: 2 })
    expect(await withPassword('export', 'xls', '--to', at('x.zip'), '--why', 'x')).toMatchObject({ code: 2 })
    const nobody = await withPassword(
      'export',
      'csv',
      '--to',
      at('x.zip'),
      '--why',
      'x',
      '--patients',
      'TR-999',
    )
    expect(nobody).toMatchObject({ code: 1 })
    expect(existsSync(at('x.zip'))).toBe(false)
  })

  it('is a complete copy, which another computer opens once, and never over a store', async () => {
    const file = at('site.lobule')
    const made = await withPassword('copy', '--to', file, '--why', 'new computer', '--json')
    expect(made).toMatchObject({ code: 0, err: '' })
    const opened = await lobule(['open-copy', file, '--data', at('new'), '--json'])
    expect(opened.code).toBe(0)
    const Opened = z.looseObject({ directory: z.string(), tables: z.record(z.string(), z.int()) })
    const { directory, tables } = Opened.parse(jsonOf(opened.out))
    expect(tables['patients']).toBe(1)
    expect(existsSync(join(directory, 'lobule.db'))).toBe(true)
    expect(await lobule(['open-copy', file, '--data', at('new')])).toMatchObject({ code: 1 })
  })

  it('is no copy where the file is another', async () => {
    const { code, err } = await lobule(['open-copy', at('password'), '--data', at('other'), '--lang', 'en'])
    expect(code).toBe(2)
    expect(err).toContain('--lang')
    const refused = await lobule(['open-copy', at('password'), '--data', at('other')])
    expect(refused).toMatchObject({ code: 1 })
    expect(existsSync(at('other/site'))).toBe(false)
  })
})
