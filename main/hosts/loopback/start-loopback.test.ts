import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createClient } from '#shared/api/client.ts'
import { contract } from '#shared/api/contract.ts'
import { FROM_ADDRESS_BAR, openInBrowser, send } from '#test/support/browser.ts'
import { PASSWORD } from '#test/support/engine.ts'
import { startTestLoopback, type TestLoopback } from '#test/support/loopback.ts'

let host: TestLoopback
beforeEach(async () => {
  host = await startTestLoopback()
})
afterEach(() => host.dispose())

const training = {
  ...{ name: 'Training hospital', number: '01', timeZone: 'Asia/Shanghai' },
  principalInvestigator: { loginName: 'chen', fullName: 'Chen Wei', password: PASSWORD },
}

describe('the link', () => {
  it('goes to this computer by number, with a ticket that nobody guesses', () => {
    expect(host.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\?ticket=[\w-]{43}$/)
  })

  it('lets one browser in: sets a cookie that scripts and other sites cannot use, and shows the page', async () => {
    const { entered, get } = await openInBrowser(host.link)
    expect([entered.status, entered.headers.location]).toEqual([303, '/'])
    expect(entered.headers['set-cookie']).toEqual([
      expect.stringMatching(/^lobule-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ])
    const page = await get('/', FROM_ADDRESS_BAR)
    expect(page.status).toBe(200)
    expect(page.body).toMatch(/<script nonce="[A-Za-z0-9+/]{24}">/)
  })

  it('works once', async () => {
    const first = await openInBrowser(host.link)
    const second = await openInBrowser(host.link)
    expect(second.entered.status).toBe(403)
    expect(second.entered.headers['set-cookie']).toBeUndefined()
    expect((await first.get('/')).status).toBe(200)
  })

  it('leads the browser that used it back to the page', async () => {
    const { get } = await openInBrowser(host.link)
    const { pathname, search } = new URL(host.link)
    const again = await get(pathname + search, FROM_ADDRESS_BAR)
    expect([again.status, again.headers.location, again.headers['set-cookie']]).toEqual([303, '/', undefined])
  })

  it.each(['/enter', '/enter?ticket=', `/enter?ticket=${'A'.repeat(43)}`])(
    'is not guessed: %s lets nobody in, and the link still works',
    async path => {
      const { status } = await send(host.port, path, { headers: FROM_ADDRESS_BAR })
      expect(status).toBe(403)
      expect((await openInBrowser(host.link)).entered.status).toBe(303)
    },
  )

  it('is not spent by a page of another site that leads to it', async () => {
    const headers = { ...FROM_ADDRESS_BAR, 'sec-fetch-site': 'cross-site' }
    const { pathname, search } = new URL(host.link)
    expect((await send(host.port, pathname + search, { headers })).status).toBe(403)
    expect((await openInBrowser(host.link)).entered.status).toBe(303)
  })
})

describe('a call', () => {
  it('reaches the engine, which says what runs here', async () => {
    const { call } = await openInBrowser(host.link)
    const client = createClient(contract, call)
    expect(await client.app.info({})).toMatchObject({
      ...{ version: '1.2.3', host: 'loopback', sample: false, dataFolder: host.directory },
    })
    expect(await client.site.status({})).toEqual({ state: 'none' })
  })

  it('comes back as what went wrong, where the engine refuses', async () => {
    const { post } = await openInBrowser(host.link)
    const { status, headers, body } = await post('/api', '{"area":"patients","method":"list","input":{}}')
    expect([status, headers['content-type'], JSON.parse(body)]).toEqual([
      ...[200, 'application/json', { ok: false, error: { code: 'locked' } }],
    ])
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('closing', () => {
  it('waits for the backup that the site makes on closing', async () => {
    const { call } = await openInBrowser(host.link)
    const client = createClient(contract, call)
    await client.site.create(training)
    const folder = mkdtempSync(join(tmpdir(), 'lobule-stick-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const settings = { folder, everyHours: null, onClosing: true, keep: { days: 1, weeks: 0, months: 0 } }
    await client.backups.configure({ expectedVersion: 0, settings, reason: 'a stick was bought' })
    await host.close()
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.lobule$/)])
    expect(host.failures).toEqual([])
  })
})

describe('the event stream', () => {
  it('tells every tab that the store was locked', async () => {
    const { call, listen } = await openInBrowser(host.link)
    const client = createClient(contract, call)
    const tabs = [await listen(), await listen()]
    expect(await Promise.all(tabs.map(tab => tab.next()))).toEqual([': open\n\n', ': open\n\n'])
    expect(tabs[0]?.headers['content-type']).toBe('text/event-stream')
    await client.site.create(training)
    const told = Promise.all(tabs.map(tab => tab.next()))
    await client.session.lock({})
    const message = 'data: {"event":"locked","cause":"user"}\n\n'
    expect(await told).toEqual([message, message])
    for (const tab of tabs) tab.leave()
  })

  it('ends with the host, which locks the store', async () => {
    const { call, listen } = await openInBrowser(host.link)
    const client = createClient(contract, call)
    await client.site.create(training)
    const tab = await listen()
    expect(await tab.next()).toBe(': open\n\n')
    const [last, ended] = [tab.next(), tab.ended()]
    await host.close()
    expect(await last).toBe('data: {"event":"locked","cause":"closing"}\n\n')
    await ended
    await expect(openInBrowser(host.link)).rejects.toThrow('ECONNREFUSED')
    expect(host.failures).toEqual([])
  })
})
