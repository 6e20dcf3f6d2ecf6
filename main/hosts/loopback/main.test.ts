import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
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
    const child = spawn(process.execPath, [main, '--data', home, '--sample'], {
      ...{ stdio: ['ignore', 'pipe', 'inherit'] },
    })
    const exited = once(child, 'exit')
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
  }, 60_000)
})

async function linkIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [link] = /http:\/\/\S+/.exec(line) ?? []
    if (link !== undefined) return link
  }
  throw new Error('the host ended without a link')
}
