import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { jsonOf, lobule, sampleFiles, textOf } from '#test/support/command-line.ts'

describe('protocols', () => {
  it('shows how old a record is, where criteria are missing, and every reading with its alternatives', async () => {
    const { code, out } = await lobule(['protocols'], { columns: 200 })
    expect(code).toBe(0)
    expect(out).toMatch(/NCT05106972 1\.0\.0.*last verified: 2021-10.*status is stale/s)
    expect(out).toMatch(/NCT07413549.*not published and not entered/s)
    expect(out).toMatch(/age-more-than-60 .*- completed_years: .*- elapsed_time: /s)
  })

  it('gives machines the same', async () => {
    const { out } = await lobule(['protocols', '--json'])
    expect(jsonOf(out)).toMatchObject([
      { id: 'NCT05106972', record: { lastVerified: '2021-10' }, criteria: { length: 19 } },
      { id: 'NCT07413549', eligibilityCriteria: 'not_published' },
    ])
  })

  it('speaks Chinese', async () => {
    const { out } = await lobule(['protocols', '--lang', 'zh-CN'])
    expect(out).toContain('脐带间充质干细胞')
    expect(out).toContain('未公开且未录入')
  })
})

describe('protocol check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lobule-check-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(dirname(sampleFiles.protocol('nct05106972')), 'sources'), join(folder, 'sources'), {
    recursive: true,
  })
  const text = textOf(sampleFiles.protocol('nct05106972'))
  const planted = (from: string, to: string) => {
    expect(text).toContain(from)
    const file = join(folder, 'planted.json')
    writeFileSync(file, text.replace(from, to))
    return file
  }

  it('passes both shipped definitions', async () => {
    for (const name of ['nct05106972', 'nct07413549']) {
      const { code, out } = await lobule(['protocol', 'check', sampleFiles.protocol(name), '--json'])
      expect(code).toBe(0)
      expect(jsonOf(out)).toMatchObject({ id: name.toUpperCase(), version: '1.0.0' })
    }
  })

  it.each([
    [
      'a quote that nobody wrote',
      '"text": "Masking: None (Open Label)"',
      '"text": "Masking: Double"',
      'quotes',
    ],
    ['an unknown kind of rule', '"kind": "age"', '"kind": "horoscope"', 'condition'],
  ])('refuses %s with its path', async (_what, from, to, path) => {
    const { code, out, err } = await lobule(['protocol', 'check', planted(from, to)])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('planted.json is not valid')
    expect(err).toContain(path)
  })
})
