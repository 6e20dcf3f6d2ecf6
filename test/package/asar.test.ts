import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractFile, getRawHeader, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { build } from '#main/cli/start/build.ts'
import { Unavailable } from '#test/support/electron/cache.ts'
import { electronRuntime } from '#test/support/electron/runtime.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

let output = ''
let unavailable: Unavailable | undefined
let files: string[] = []
const packed = (...path: string[]) => join(output, 'linux-unpacked', ...path)

beforeAll(async () => {
  const electron = await electronRuntime().catch((error: unknown) => {
    if (!(error instanceof Unavailable) || process.env['LOBULE_REQUIRE_ELECTRON'] === '1') throw error
    unavailable = error
  })
  if (!electron) return
  output = await mkdtemp(join(tmpdir(), 'lobule-package-'))
  if (!(await build(root))) throw new Error('the application was not built')
  await run(process.execPath, ['main/cli/package-dir.ts', `-c.directories.output=${output}`], {
    cwd: root,
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron.folder },
  })
  files = listPackage(packed('resources/app.asar'), { isPack: false }).map(path => path.slice(1))
}, 900_000)

afterAll(async () => {
  if (output) await rm(output, { recursive: true })
})

beforeEach(context => context.skip(unavailable !== undefined, unavailable?.message))

/** As they stand in the binary: the digits zero and one. */
const DISABLE = 48
const ENABLE = 49

const driver = 'node_modules/better-sqlite3-multiple-ciphers'

describe('the packed application', () => {
  it('holds what was built, its manifest and the SQLite driver, and nothing else', () => {
    const top = new Set(files.map(path => path.split('/').slice(0, 2).join('/')))
    expect(
      [...top].filter(path => path.includes('/') || !['out', 'node_modules'].includes(path)).sort(),
    ).toEqual([
      driver,
      'out/fonts',
      'out/main',
      'out/preload',
      'out/renderer',
      'out/verifier',
      'package.json',
    ])
    for (const path of [
      'out/main/index.js',
      'out/main/engine.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
    ])
      expect(files).toContain(path)
    for (const wanted of [/inter-.*\.woff2$/, /index-.*\.css$/])
      expect(files.some(path => wanted.test(path))).toBe(true)
  })

  it('holds no source, map or test', () => {
    expect(files.filter(path => /\.(tsx?|map|md|test\.\w+)$|\/test\//.test(path))).toEqual([])
  })

  it('does not hold the loopback host', () => {
    const code = files.filter(path => /^out\/main\/.*\.js$/.test(path))
    const text = code.map(path => extractFile(packed('resources/app.asar'), path).toString()).join('\n')
    expect(text).toContain('lobule:ask-port')
    expect(text).not.toContain('createServer')
    expect(text).not.toContain('node:http')
  })

  it('has one driver, of its own platform, and nothing else outside the archive', () => {
    const outside = readdirSync(packed('resources/app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter(entry => entry.isFile())
      .map(({ name }) => name)
    expect(outside).toEqual([`linux-${process.arch}.node`])
    expect(files.filter(path => path.endsWith('.node'))).toEqual([
      `${driver}/prebuilds/linux-${process.arch}.node`,
    ])
  })

  it('guards each of its files with a hash', () => {
    const { header } = getRawHeader(packed('resources/app.asar'))
    const count = (key: string) => JSON.stringify(header).split(`"${key}":`).length - 1
    expect(count('size')).toBeGreaterThan(20)
    expect(count('integrity')).toBe(count('size'))
  })

  it.each([
    'protocols/nct05106972.json',
    'protocols/nct07413549.json',
    'samples/site.json',
    'icons/256x256.png',
    'rescue/lobule-rescue.mjs',
    'rescue/README.md',
  ])('brings %s', path => {
    expect(existsSync(packed('resources', path))).toBe(true)
  })

  it('has its fuses set so that nobody runs or debugs it as Node', async () => {
    expect(await getCurrentFuseWire(packed('lobule'))).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    })
  })
})
