import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, PASSWORD, startEngine, type TestEngine } from '#test/support/engine.ts'

let engine: TestEngine
let file: string
beforeEach(() => {
  engine = startEngine()
  file = join(dirname(engine.directory), 'preferences.json')
})
afterEach(() => engine.dispose())

const DEFAULTS = { language: null, theme: 'auto' }
const dark = { language: 'zh-CN', theme: 'dark' } as const

describe('preferences', () => {
  it('are the defaults until somebody chose', async () => {
    expect(await engine.api.preferences.get({})).toEqual(DEFAULTS)
    expect(readdirSync(dirname(engine.directory))).toEqual([])
  })

  it('are kept across a restart, before there is a store, and stand in no one’s way to make one', async () => {
    expect(await engine.api.preferences.set(dark)).toEqual(dark)
    engine.restart()
    expect(await engine.api.preferences.get({})).toEqual(dark)
    expect(await engine.api.site.status({})).toEqual({ state: 'none' })
    await engine.api.site.create({
      ...{ name: 'X', number: '1', timeZone: 'UTC' },
      principalInvestigator: { loginName: 'chen', fullName: 'Chen Wei', password: PASSWORD },
    })
    expect(await engine.api.preferences.get({})).toEqual(dark)
  })

  it('are replaced whole: no part of an older file and no temporary one stays', async () => {
    await engine.api.preferences.set(dark)
    await engine.api.preferences.set({ language: 'en', theme: 'light' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ language: 'en', theme: 'light' })
    expect(readdirSync(dirname(file))).toEqual(['preferences.json'])
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('say nothing of what they do not know', async () => {
    const set = engine.api.preferences.set({ ...dark, theme: 'pink' } as unknown as typeof dark)
    expect(await failureOf(set)).toMatchObject({ code: 'invalid_input', issues: [{ path: 'theme' }] })
  })

  it.each([
    ['empty', ''],
    ['cut off', '{"language":"en","the'],
    ['of another time', '{"language":"fr","theme":"dark"}'],
    ['something else', '[]'],
  ])('fall back to the defaults where the file is %s, and can be chosen anew', async (_what, text) => {
    writeFileSync(file, text)
    expect(await engine.api.preferences.get({})).toEqual(DEFAULTS)
    await engine.api.preferences.set(dark)
    expect(await engine.api.preferences.get({})).toEqual(dark)
  })

  it('fall back where the file cannot be read at all', async () => {
    mkdirSync(file)
    expect(await engine.api.preferences.get({})).toEqual(DEFAULTS)
    expect(engine.failures).toEqual([])
  })
})
