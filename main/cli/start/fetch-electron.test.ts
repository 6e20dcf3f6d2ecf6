import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { memoryTerminal } from '#test/support/command-line.ts'
import { fetchElectron } from './fetch-electron.ts'

const home = mkdtempSync(join(tmpdir(), 'lobule-fetch-'))
const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1')
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
  server.close()
})

const installer = (script: string) => writeFileSync(join(home, 'install.js'), script)
const output = memoryTerminal().terminal.stderr

/** Where something answers, as the download server does where it can be reached. */
function reachable(): NodeJS.ProcessEnv {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { ...process.env, ELECTRON_MIRROR: `http://127.0.0.1:${address.port}/` }
}

describe('Electron is fetched', () => {
  beforeEach(() => installer('process.exit(0)'))

  it('by its own installer', async () => {
    expect(await fetchElectron(home, reachable(), output)).toBeUndefined()
  })

  it('through a proxy without asking the server first', async () => {
    const env = { ...process.env, ELECTRON_GET_USE_PROXY: 'true', ELECTRON_MIRROR: 'http://127.0.0.1:1/' }
    expect(await fetchElectron(home, env, output)).toBeUndefined()
  })

  it('not where the installer fails', async () => {
    installer('process.exit(1)')
    expect(await fetchElectron(home, reachable(), output)).toBe('its download failed')
  })

  it('not where its server cannot be reached: the installer is not started', async () => {
    installer(`require('node:fs').writeFileSync(__dirname + '/started', '')`)
    const env = { ...process.env, ELECTRON_MIRROR: 'http://127.0.0.1:1/' }
    expect(await fetchElectron(home, env, output)).toBe('its download server cannot be reached')
    expect(() => rmSync(join(home, 'started'))).toThrow('ENOENT')
  })
})
