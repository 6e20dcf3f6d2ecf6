import { describe, expect, it } from 'vitest'
import { isAppUrl, isOwnBlob, mayNavigate, mayRequest, PAGE_PREFERENCES } from './policy.ts'

const foreign = [
  'https://lobule/',
  'http://127.0.0.1/',
  'app://lobule.example/',
  'app://other/',
  'app://user:secret@lobule/',
  'app:lobule',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'blob:https://lobule/1',
  'about:blank',
  'chrome://gpu',
  'not a url',
  '',
]

it('gives the page a sandbox and none of Node', () => {
  expect(PAGE_PREFERENCES).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    spellcheck: false,
  })
})

describe('our own page', () => {
  it.each(['app://lobule/', 'app://lobule/assets/index.js', 'app://lobule/#/candidates'])('is %s', url => {
    expect(isAppUrl(url)).toBe(true)
  })

  it.each(foreign)('is not %s', url => {
    expect(isAppUrl(url)).toBe(false)
    expect(isOwnBlob(url)).toBe(false)
    expect(mayNavigate({ url, isMainFrame: true })).toBe(false)
    expect(mayRequest(url, true)).toBe(false)
    expect(mayRequest(url, false)).toBe(false)
  })
})

describe('navigation', () => {
  it('is a reload of the page or nothing', () => {
    expect(mayNavigate({ url: 'app://lobule/#/settings', isMainFrame: true })).toBe(true)
    expect(mayNavigate({ url: 'app://lobule/', isMainFrame: false })).toBe(false)
    expect(mayNavigate({ url: 'app://lobule/assets/index.js', isMainFrame: true })).toBe(false)
  })
})

describe('requests', () => {
  it('stay within the page', () => {
    for (const url of ['app://lobule/', 'blob:app://lobule/1-2', 'data:image/png;base64,AAAA'])
      expect(mayRequest(url, true), url).toBe(true)
  })

  it('of developer tools are for developers', () => {
    expect(mayRequest('devtools://devtools/bundled/inspector.html', false)).toBe(true)
    expect(mayRequest('devtools://devtools/bundled/inspector.html', true)).toBe(false)
  })
})
