import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { needsBuild } from './build.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lobule-build-'))
  for (const source of ['main/index.ts', 'renderer/app/app.tsx', 'shared/text.ts']) touch(source, 10)
  for (const source of ['vite.config.ts', 'verifier.config.ts', 'package-lock.json']) touch(source, 10)
  for (const folder of ['main', 'renderer', 'renderer/app', 'shared']) at(folder, 10)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const outputs = [
  'out/renderer/index.html',
  'out/main/index.js',
  'out/preload/preload.cjs',
  'out/verifier/verifier.html',
]
const build = () => {
  for (const path of outputs) touch(path, 20)
}

describe('a build is needed', () => {
  it('where there was none', () => {
    expect(needsBuild(root)).toBe(true)
  })

  it('not where it is newer than every source', () => {
    build()
    expect(needsBuild(root)).toBe(false)
  })

  it.each(outputs)('where it ended before %s', path => {
    build()
    rmSync(join(root, path))
    expect(needsBuild(root)).toBe(true)
  })

  it.each(['main/index.ts', 'renderer/app/app.tsx', 'shared/text.ts', 'vite.config.ts', 'package-lock.json'])(
    'where %s was changed since',
    path => {
      build()
      touch(path, 30)
      expect(needsBuild(root)).toBe(true)
    },
  )

  it('where a source was removed since', () => {
    build()
    rmSync(join(root, 'renderer/app/app.tsx'))
    expect(needsBuild(root)).toBe(true)
  })

  it('not where only a test was changed', () => {
    touch('main/index.test.ts', 10)
    at('main', 10)
    build()
    touch('main/index.test.ts', 30)
    expect(needsBuild(root)).toBe(false)
  })
})

function touch(path: string, minute: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '')
  at(path, minute)
}

function at(path: string, minute: number): void {
  utimesSync(join(root, path), minute * 60, minute * 60)
}
