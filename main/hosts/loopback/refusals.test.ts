import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FROM_ADDRESS_BAR, openInBrowser, send } from '#test/support/browser.ts'
import { startTestLoopback, type TestLoopback } from '#test/support/loopback.ts'

let host: TestLoopback
beforeEach(async () => {
  host = await startTestLoopback()
})
afterEach(() => host.dispose())

const info = JSON.stringify({ area: 'app', method: 'info', input: {} })
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
