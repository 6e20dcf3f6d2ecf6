import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '#main/cli/start/build.ts'
import { pageFolder, version } from '#main/hosts/resources.ts'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { createClient } from '#shared/api/client.ts'
import { contract } from '#shared/api/contract.ts'
import { FROM_ADDRESS_BAR, openInBrowser } from '#test/support/browser.ts'

const home = mkdtempSync(join(tmpdir(), 'lobule-start-'))
const main = join(import.meta.dirname, 'main.ts')

beforeAll(async () => {
  if (!existsSync(join(pageFolder, 'index.html'))) await build(join(import.meta.dirname, '../../..'))
}, 120_000)
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('the loopback host as a process', () => {
  it('serves the built page and the sample site to the browser that opens its link, until it is told to stop', async () => {
    const { child, exited } = startHost(home)
    try {
      const browser = await openInBrowser(await linkIn(child.stdout))
      const page = await browser.get('/', FROM_ADDRESS_BAR)
      expect([page.status, page.body]).toEqual([200, expect.not.stringContaining('__CSP_NONCE__')])
      const [, script = ''] = /<script [^>]*src="\.(\/assets\/[^"]+\.js)"/.exec(page.body) ?? []
      expect(await browser.get(script)).toMatchObject({
        ...{ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } },
      })
      const client = createClient(contract, browser.call)
      const dataFolder = join(home, 'sample')
      expect(await client.app.info({})).toMatchObject({ version, host: 'loopback', sample: true, dataFolder })
      await client.session.unlock(SAMPLE_LOGIN)
      const candidates = await client.patients.list({})
      expect(candidates.map(({ screeningNumber }) => screeningNumber)).toContain('TR-002')
    } finally {
      child.kill('SIGTERM')
    }
    expect(await exited).toEqual([0, null])
    // Closed in order: what SQLite writes beside a database in use is gone.
    expect(readdirSync(join(home, 'sample')).filter(name => name.startsWith('lobule.db'))).toEqual([
      'lobule.db',
    ])
  }, 180_000)
})

describe('a sample site that is interrupted while it is made', () => {
  it('is not there at all, and is made at the next start', async () => {
    const data = join(home, 'interrupted')
    const first = startHost(data)
    await textIn(first.child.stdout, /entering criteria/)
    first.child.kill('SIGKILL')
    await first.exited
    expect(readdirSync(data)).toEqual([expect.stringMatching(/^sample\..*\.draft$/)])
    const second = startHost(data)
    const { call } = await openInBrowser(await linkIn(second.child.stdout))
    const client = createClient(contract, call)
    await client.session.unlock(SAMPLE_LOGIN)
    expect((await client.audit.verify({})).problems).toEqual([])
    second.child.kill('SIGINT')
    expect(await second.exited).toEqual([0, null])
  }, 180_000)
})

/** The sample site on a data folder; what goes wrong in it is seen among the test's own output. */
function startHost(data: string) {
  const child = spawn(process.execPath, [main, '--data', data, '--sample'], {
    ...{ stdio: ['ignore', 'pipe', 'inherit'] },
  })
  return { child, exited: once(child, 'exit') }
}

const linkIn = (output: Readable) => textIn(output, /http:\/\/\S+/)

async function textIn(output: Readable, wanted: RegExp): Promise<string> {
  for await (const line of createInterface(output)) {
    const [found] = wanted.exec(line) ?? []
    if (found !== undefined) return found
  }
  throw new Error(`the host ended without ${wanted}`)
}
