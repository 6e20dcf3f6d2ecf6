import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { lobule } from '#test/support/command-line.ts'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { newFolder } from '#test/support/new-store.ts'
import { storeFiles } from './files.ts'
import { lockStore } from './store-lock.ts'

const HOLDER = fileURLToPath(new URL('../../test/support/holder.ts', import.meta.url))
const IN_USE = { code: 'store_in_use' }
const unlock = { loginName: 'chen', password: PASSWORD }

/** Another process that has the store open. */
async function holder(directory: string) {
  const child = spawn(process.execPath, [HOLDER, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'close')
  }
}

describe('[S2] a store that another process has open', () => {
  let site: TestSite
  beforeEach(async () => {
    site = await startSite()
    await site.api.session.lock({})
  })
  afterEach(() => site.dispose())

  it('is refused before anything is written, and opens once that process was killed', async () => {
    const kill = await holder(site.directory)
    const { attempts, securityLog } = storeFiles(site.directory)
    const before = [attempts, securityLog].map(file => readFileSync(file, 'utf8'))
    expect(await failureOf(site.api.session.unlock(unlock))).toEqual(IN_USE)
    expect(await failureOf(site.api.session.unlock({ ...unlock, password: 'x' }))).toEqual(IN_USE)
    expect([attempts, securityLog].map(file => readFileSync(file, 'utf8'))).toEqual(before)
    await kill()
    expect((await site.api.session.unlock(unlock)).failedAttempts).toBe(0)
  })

  it('is free after a lock, and after a password that was wrong', async () => {
    await site.api.session.unlock(unlock)
    await site.api.session.lock({})
    expect(await failureOf(site.api.session.unlock({ ...unlock, password: 'x' }))).toMatchObject({
      code: 'wrong_password',
    })
    await holder(site.directory)
    expect(await failureOf(site.api.session.unlock(unlock))).toEqual(IN_USE)
  })
})

it('[S2] the command line leaves a store alone that a window has open, and says so in the language asked for', async () => {
  const site = await startSite()
  onTestFinished(site.dispose)
  await site.api.session.lock({})
  await holder(site.directory)
  const english = await verify(site.directory)
  expect([english.code, english.err]).toEqual([
    1,
    expect.stringContaining('Another Lobule has this store open'),
  ])
  const chinese = await verify(site.directory, '--lang', 'zh-CN', '--json')
  expect([chinese.code, chinese.err]).toEqual([1, expect.stringContaining('另一个')])
  expect(JSON.parse(chinese.out)).toEqual({ error: IN_USE })
})

/** `lobule audit verify`, with the password in a file. */
async function verify(store: string, ...more: readonly string[]) {
  const file = join(newFolder(), 'password')
  writeFileSync(file, `${PASSWORD}\n`)
  const descriptor = openSync(file, 'r')
  try {
    const args = ['--store', store, '--user', 'chen', '--password-fd', String(descriptor)]
    return await lobule(['audit', 'verify', ...args, ...more])
  } finally {
    closeSync(descriptor)
  }
}

describe('the lock of a store', () => {
  it('holds by whatever path the folder is reached', async () => {
    const home = newFolder()
    const link = join(newFolder(), 'link')
    symlinkSync(home, link)
    await holder(link)
    expect(() => lockStore(home)).toThrow('store_in_use')
  })

  it('is an empty file that says nothing, and serves again where somebody wrote into it', () => {
    const home = newFolder()
    const { lock: file } = storeFiles(home)
    writeFileSync(file, 'not a database at all, but longer than the header of one '.repeat(20))
    const lock = lockStore(home)
    onTestFinished(lock.release)
    expect(readdirSync(home)).toEqual(['lock.db'])
    expect(statSync(file).size).toBe(0)
  })

  it('is refused in words where the folder is not there', () => {
    expect(() => lockStore(join(newFolder(), 'gone'))).toThrow('no_place')
  })
})
