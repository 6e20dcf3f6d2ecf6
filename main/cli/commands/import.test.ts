import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { jsonOf, lobule } from '#test/support/command-line.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { laboratoryFile, laboratoryMapping, withLaboratory } from '#test/support/laboratory-file.ts'

// Each command derives a key at its full cost.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const ALT = 'S-001,2026/11/17 07:40,谷丙转氨酶,38,U/L,9-50'
const NOBODY = 'S-009,2026/11/17 07:40,谷丙转氨酶,38,U/L,9-50'
const ODD = 'S-001,2026/11/10 07:40,白蛋白,3.34,g/L,'

describe('files taken in by the command line', () => {
  let site: TestSite
  let home: string
  const at = (name: string) => join(home, name)

  beforeAll(async () => {
    site = await startSite()
    await withLaboratory(site)
    await site.api.session.lock({})
    home = join(site.directory, '..')
    writeFileSync(at('password'), `${PASSWORD}\n`)
    writeFileSync(at('mapping.json'), JSON.stringify(laboratoryMapping()))
    writeFileSync(at('november.csv'), laboratoryFile(ALT, NOBODY, ODD))
  })
  afterAll(() => site.dispose())

  async function withPassword(...args: string[]) {
    const descriptor = openSync(at('password'), 'r')
    try {
      const store = ['--store', site.directory, '--user', 'chen', '--password-fd', String(descriptor)]
      return await lobule(['import', ...args, ...store], { now: '2026-11-22T12:00:00Z' })
    } finally {
      closeSync(descriptor)
    }
  }
  const month = () => [at('november.csv'), '--laboratory', '检验科', '--mapping', at('mapping.json')]

  it('are tried first: each row that is not taken with its reason, and no patient’s number', async () => {
    const { code, out } = await withPassword(...month(), '--dry-run')
    expect(code).toBe(0)
    expect(out).toMatch(/^november\.csv:3.*: no candidate has this number/m)
    expect(out).toMatch(/^november\.csv:4: outside what a living patient can have/m)
    expect(out).toContain('new 2, already there 0, changed 0, refused 1')
    expect(out).not.toContain('S-009')
    await site.api.session.unlock({ loginName: 'chen', password: PASSWORD })
    expect(await site.api.imports.list({})).toEqual([])
    await site.api.session.lock({})
  })

  it('are taken, what is asked about is left', async () => {
    const { code, out } = await withPassword(...month(), '--json')
    expect([code, jsonOf(out)]).toMatchObject([0, { new: 1, refused: 1, left: 1 }])
    const again = await withPassword(...month(), '--lang', 'zh-CN')
    expect(again).toMatchObject({ code: 1 })
  })

  it.each([
    ['a laboratory that the site does not have', ['november.csv', '--laboratory', 'Nobody'], 'Nobody'],
    ['no mapping', ['november.csv', '--laboratory', '检验科'], 'say what the columns of the table hold'],
    ['a file that is not there', ['december.csv', '--laboratory', '检验科'], 'does not exist'],
  ])('are refused with %s', async (_what, [file = '', ...options], message) => {
    const { code, err } = await withPassword(at(file), ...options)
    expect(code).toBe(1)
    expect(err).toContain(message)
  })
})
