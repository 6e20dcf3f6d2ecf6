import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jsonOf, lobule } from '#test/support/command-line.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'

const root = join(import.meta.dirname, '../../..')
const Report = z.looseObject({ problems: z.array(z.unknown()), findings: z.array(z.unknown()) })

describe('audit verify through npm', () => {
  let site: TestSite
  let file: string
  beforeAll(async () => {
    site = await startSite()
    await site.api.session.lock({})
    file = join(site.directory, '..', 'password')
    writeFileSync(file, `${PASSWORD}\n`)
  })
  afterAll(() => site.dispose())

  /** As a shell does it: the file on the descriptor that is named. */
  function verify(descriptor: 0 | 3) {
    const given = openSync(file, 'r')
    const args = ['--store', site.directory, '--user', 'chen', '--password-fd', String(descriptor), '--json']
    const stdio = ['ignore', 'pipe', 'pipe', 'ignore'] as ('ignore' | 'pipe' | number)[]
    stdio[descriptor] = given
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['run', '-s', 'lobule', '--', 'audit', 'verify', ...args],
      { cwd: root, stdio, encoding: 'utf8' },
    )
    closeSync(given)
    return { code: status, out: stdout, err: stderr }
  }

  it('reads the password from descriptor 0', () => {
    const { code, out } = verify(0)
    expect(Report.parse(jsonOf(out))).toMatchObject({ problems: [], findings: [] })
    expect(code).toBe(0)
  })

  it('says that it can from no other', () => {
    const { code, err } = verify(3)
    expect(code).toBe(2)
    expect(err).toContain('--password-fd: 3 cannot be read (through npm only 0 can)')
  })

  it('is explained by --help, with what to type', async () => {
    const { out } = await lobule(['audit', 'verify', '--help'])
    expect(out).toContain('npm run -s lobule -- audit verify --store DIR --user NAME --password-fd 0 < FILE')
    expect(out).toMatch(/node \S*lobule\.ts audit verify .* --password-fd 3 3< FILE/)
  })
})
