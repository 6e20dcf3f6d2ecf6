import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectron, obstacleToWindow } from './window.ts'

describe('a window', () => {
  it.each([
    ['Linux with X11', 'linux', { DISPLAY: ':0' }, 1000],
    ['Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000],
    ['macOS', 'darwin', {}, 501],
    ['Windows', 'win32', {}, undefined],
  ] as const)('can open on %s', (_, platform, env, uid) => {
    expect(obstacleToWindow({ platform, env, uid })).toBeUndefined()
  })

  it.each([
    ['without a display', { DISPLAY: '' }, 1000, 'no display'],
    ['for root', { DISPLAY: ':0' }, 0, 'root'],
  ])('cannot open on Linux %s', (_, env, uid, reason) => {
    expect(obstacleToWindow({ platform: 'linux', env, uid })).toContain(reason)
  })
})

describe("Electron's binary", () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lobule-electron-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const put = (path: string, text = '') => {
    mkdirSync(join(home, path, '..'), { recursive: true })
    writeFileSync(join(home, path), text)
  }

  it('is not there after an install without it', () => {
    put('index.js', 'throw new Error("downloads")')
    expect(findElectron(home, {})).toBeUndefined()
  })

  it('is where its installer put it', () => {
    put('path.txt', 'Electron.app/Contents/MacOS/Electron')
    put('dist/Electron.app/Contents/MacOS/Electron')
    expect(findElectron(home, {})).toBe(join(home, 'dist/Electron.app/Contents/MacOS/Electron'))
  })

  it('is not there where the installer ended half-way', () => {
    put('dist/electron')
    expect(findElectron(home, {})).toBeUndefined()
    rmSync(join(home, 'dist'), { recursive: true })
    put('path.txt', 'electron')
    expect(findElectron(home, {})).toBeUndefined()
  })

  it('is where its own variable points', () => {
    put('elsewhere/electron')
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(home, 'elsewhere') }
    expect(findElectron(home, env)).toBe(join(home, 'elsewhere/electron'))
    expect(findElectron(home, { ELECTRON_OVERRIDE_DIST_PATH: join(home, 'nowhere') })).toBeUndefined()
  })
})
