import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PageAssets, pageAssets } from './assets.ts'

const home = mkdtempSync(join(tmpdir(), 'lobule-page-'))
const html = '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>'
let page: PageAssets

beforeAll(() => {
  const folder = join(home, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), html)
  writeFileSync(join(folder, 'assets/index-a1.js'), 'const placeholder = "__CSP_NONCE__"')
  writeFileSync(join(folder, 'assets/index-a1.js.map'), '{}')
  writeFileSync(join(folder, 'assets/inter.woff2'), Uint8Array.of(0x77, 0x4f, 0x46, 0x32, 0xff, 0x00))
  writeFileSync(join(home, 'secret.txt'), 'outside')
  symlinkSync(join(home, 'secret.txt'), join(folder, 'assets/link.txt'))
  page = pageAssets(folder)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const text = (body: Uint8Array) => new TextDecoder().decode(body)

describe('the assets of the page', () => {
  it('gives the index for / with one nonce, in the page and in the policy', async () => {
    const { status, headers, body } = await page.respond('/')
    const policy = headers['Content-Security-Policy'] ?? ''
    const nonce = /script-src 'self' 'nonce-([A-Za-z0-9+/]{24})'/.exec(policy)?.[1]
    expect([status, headers['Content-Type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(text(body)).toBe(html.replaceAll('__CSP_NONCE__', String(nonce)))
  })

  it('has a new nonce in every page, by either name, and none elsewhere', async () => {
    const paths = ['/', '/', '/index.html', '/assets/index-a1.js', '/none']
    const responses = await Promise.all(paths.map(path => page.respond(path)))
    const nonces = responses.map(
      ({ headers }) => /nonce-([^']+)/.exec(headers['Content-Security-Policy'] ?? '')?.[1],
    )
    expect(new Set(nonces.slice(0, 3)).size).toBe(3)
    expect(nonces.slice(3)).toEqual([undefined, undefined])
  })

  it('gives files byte for byte, with the type of their ending', async () => {
    const font = await page.respond('/assets/inter.woff2')
    expect([font.status, font.headers['Content-Type']]).toEqual([200, 'font/woff2'])
    expect([...font.body]).toEqual([0x77, 0x4f, 0x46, 0x32, 0xff, 0x00])
    const script = await page.respond('/assets/index-a1.js')
    expect(script.headers['Content-Type']).toBe('text/javascript; charset=utf-8')
    expect(text(script.body)).toBe('const placeholder = "__CSP_NONCE__"')
  })

  it.each([
    '/..%2f..%2fetc/passwd',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets/link.txt',
    '/assets/index-a1.js%00.txt',
    'secret.txt',
    '',
  ])('does not find %s outside its folder', async path => {
    const { status, body } = await page.respond(path)
    expect([status, text(body)]).toEqual([404, 'not found'])
  })

  it.each(['/candidates', '/assets', '/assets/', '/assets/index-a1.js.map', '/assets/INDEX-A1.js'])(
    'does not find %s: no route, folder, unknown type or other spelling',
    async path => {
      expect((await page.respond(path)).status).toBe(404)
    },
  )

  it.each(['/', '/assets/index-a1.js', '/none'])('protects the response for %s', async path => {
    const { headers } = await page.respond(path)
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    })
    expect(headers['Permissions-Policy']).toContain('camera=()')
  })
})
