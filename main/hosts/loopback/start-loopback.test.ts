import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FailureReport } from '#main/engine/failure.ts'
import { createClient } from '#shared/api/client.ts'
import { contract } from '#shared/api/contract.ts'
import { FROM_ADDRESS_BAR, openInBrowser, send } from '#test/support/browser.ts'
import { FAST_KDF, PASSWORD } from '#test/support/engine.ts'
import type { Running } from './server.ts'
import { startLoopback } from './start-loopback.ts'

const home = mkdtempSync(join(tmpdir(), 'lobule-loopback-'))
const assetsFolder = join(home, 'page')
mkdirSync(assetsFolder)
writeFileSync(join(assetsFolder, 'index.html'), '<script nonce="__CSP_NONCE__"></script>')
writeFileSync(join(assetsFolder, 'index.js'), 'export {}')
afterAll(() => rmSync(home, { recursive: true, force: true }))

let failures: FailureReport[]
let host: Running
let count = 0
beforeEach(async () => {
  failures = []
  count += 1
  host = await startLoopback({
    directory: join(home, `store-${count}`),
    protocols: [],
    assetsFolder,
    app: { version: '1.2.3', build: null, runtime: {}, sample: false },
    report: failure => void failures.push(failure),
    kdf: FAST_KDF,
  })
})
afterEach(() => host.close())

const info = JSON.stringify({ area: 'app', method: 'info', input: {} })
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

describe('what is refused', () => {
  it.each(['/', '/index.js', '/events', '/none'])('%s without the cookie', async path => {
    await openInBrowser(host.link)
    const { status, body } = await send(host.port, path, { headers: { 'sec-fetch-site': 'same-origin' } })
    expect(status).toBe(401)
    expect(body).toContain('open the link')
  })

  it.each([
    ['no cookie', ''],
    ['another value', `lobule-PORT=${'A'.repeat(43)}`],
    ['a part of the value', 'lobule-PORT='],
    ['the cookie of another port', 'lobule-1=VALUE'],
  ])('a call with %s', async (_, cookie) => {
    const { post, entered } = await openInBrowser(host.link)
    const value = entered.headers['set-cookie']?.[0]?.split(/[=;]/)[1] ?? ''
    const given = cookie.replace('PORT', String(host.port)).replace('VALUE', value)
    expect((await post('/api', info, { cookie: given })).status).toBe(401)
  })

  it('a call before anybody opened the link', async () => {
    const headers = {
      ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      ...{ origin: `http://127.0.0.1:${host.port}`, cookie: `lobule-${host.port}=undefined` },
    }
    expect((await send(host.port, '/api', { method: 'POST', headers, body: info })).status).toBe(401)
  })

  it.each([
    ['a name that was bound to this address', 'lobule.example', 421],
    ['localhost, which a name server may decide', 'localhost:PORT', 421],
    ['another port', '127.0.0.1:1', 421],
    ['no port', '127.0.0.1', 421],
    ['another spelling of the number', '127.1:PORT', 421],
  ])('a Host that is %s', async (_, name, status) => {
    const { get, post } = await openInBrowser(host.link)
    const headers = { host: name.replace('PORT', String(host.port)) }
    expect((await get('/', headers)).status).toBe(status)
    expect((await post('/api', info, headers)).status).toBe(status)
  })

  it.each([
    ['of another site', 'https://example.org'],
    ['of another port', 'http://127.0.0.1:1'],
    ['of another scheme', 'https://127.0.0.1:PORT'],
    ['of localhost', 'http://localhost:PORT'],
    ['of a sandboxed frame', 'null'],
    ['that is empty', ''],
  ])('an Origin %s', async (_, name) => {
    const { get, post } = await openInBrowser(host.link)
    const headers = { origin: name.replace('PORT', String(host.port)) }
    expect((await post('/api', info, headers)).status).toBe(403)
    expect((await get('/events', headers)).status).toBe(403)
  })

  it('a call without Origin', async () => {
    const { entered } = await openInBrowser(host.link)
    const headers = {
      ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      cookie: entered.headers['set-cookie']?.[0]?.split(';')[0],
    }
    expect((await send(host.port, '/api', { method: 'POST', headers, body: info })).status).toBe(403)
  })

  it.each(['cross-site', 'same-site', 'none', ''])('a call with Sec-Fetch-Site "%s"', async site => {
    const { post } = await openInBrowser(host.link)
    const headers = { ...FROM_ADDRESS_BAR, 'sec-fetch-site': site }
    expect((await post('/api', info, headers)).status).toBe(403)
  })

  it.each([
    ['asked for by another site', { 'sec-fetch-site': 'cross-site' }],
    ['asked for by another port', { 'sec-fetch-site': 'same-site' }],
    ['put in a frame', { ...FROM_ADDRESS_BAR, 'sec-fetch-dest': 'iframe' }],
    ['asked for by no page, and yet by a script', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'cors' }],
    ['asked for by a browser that does not say', { 'sec-fetch-site': '' }],
  ])('a page that is %s', async (_, headers) => {
    const { get } = await openInBrowser(host.link)
    expect((await get('/', headers)).status).toBe(403)
    expect((await get('/events', headers)).status).toBe(403)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=utf-16',
    'application/jsonp',
    '',
  ])('the content type "%s"', async type => {
    const { post } = await openInBrowser(host.link)
    expect((await post('/api', info, { 'content-type': type })).status).toBe(415)
  })

  it.each(['{', '', '\u{feff}{}x'])('what is no JSON: "%s"', async body => {
    const { post } = await openInBrowser(host.link)
    expect((await post('/api', body)).status).toBe(400)
  })

  it('bytes that are no UTF-8', async () => {
    const { post } = await openInBrowser(host.link)
    expect((await post('/api', Uint8Array.of(0x22, 0xff, 0x22))).status).toBe(400)
  })

  it.each([
    ['PUT', '/api'],
    ['GET', '/api'],
    ['OPTIONS', '/api'],
    ['DELETE', '/api'],
    ['POST', '/'],
    ['POST', '/events'],
    ['POST', '/enter'],
    ['HEAD', '/'],
    ['TRACE', '/'],
  ])('%s %s, without a word about other origins', async (method, path) => {
    const { entered } = await openInBrowser(host.link)
    const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0]
    const headers = { cookie, 'sec-fetch-site': 'same-origin', origin: `http://127.0.0.1:${host.port}` }
    const answered = await send(host.port, path, { method, headers })
    expect(answered.status).toBe(405)
    expect(Object.keys(answered.headers).filter(name => name.startsWith('access-control'))).toEqual([])
  })

  it.each(['/..%2f..%2fetc/passwd', '/../../../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd'])(
    '%s outside the page',
    async path => {
      const { get } = await openInBrowser(host.link)
      expect(await get(path)).toMatchObject({ status: 404, body: 'not found' })
    },
  )
})

describe('the size of a call', () => {
  const withNote = (bytes: number) => `{"area":"app","method":"info","input":{"note":"${'a'.repeat(bytes)}"}}`

  it('may be almost 4 MB: the engine answers it', async () => {
    const { post } = await openInBrowser(host.link)
    const { status, body } = await post('/api', withNote(4 * 1024 * 1024 - 100))
    expect([status, JSON.parse(body)]).toMatchObject([200, { error: { code: 'invalid_input' } }])
  })

  it('is refused above 4 MB by what it says of itself, before it is sent', async () => {
    const { entered } = await openInBrowser(host.link)
    const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0]
    const socket = connect(host.port, '127.0.0.1')
    socket.write(
      [
        'POST /api HTTP/1.1',
        `Host: 127.0.0.1:${host.port}`,
        `Origin: http://127.0.0.1:${host.port}`,
        'Sec-Fetch-Site: same-origin',
        'Content-Type: application/json',
        `Cookie: ${cookie}`,
        'Content-Length: 4194305',
        '\r\n',
      ].join('\r\n'),
    )
    expect(await text(socket)).toMatch(/^HTTP\/1.1 413 .*\r\nConnection: close\r\n/is)
  })

  it('is refused above 4 MB where it does not say', async () => {
    const { post } = await openInBrowser(host.link)
    const answered = await post('/api', withNote(5 * 1024 * 1024), { 'transfer-encoding': 'chunked' })
    expect(answered.status).toBe(413)
  })
})

describe('a call', () => {
  it('reaches the engine, which says what runs here', async () => {
    const { call } = await openInBrowser(host.link)
    const client = createClient(contract, call)
    expect(await client.app.info({})).toMatchObject({
      ...{ version: '1.2.3', host: 'loopback', sample: false, dataFolder: join(home, `store-${count}`) },
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
    expect(failures).toEqual([])
  })
})
