import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { odmFiles } from '#main/interchange/odm/odm-files.ts'
import { AppError } from '#shared/api/errors.ts'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import {
  type Laboratory,
  laboratoryFile,
  laboratoryMapping,
  withLaboratory,
} from '#test/support/laboratory-file.ts'
import { bytesOf, history, namedSubject, siteOf } from '#test/support/site-with-history.ts'
import { upload } from '#test/support/upload.ts'
import { archive, workbookFile } from '#test/support/workbook-file.ts'

let site: TestSite
let lab: Laboratory
beforeEach(async () => {
  site = await startSite()
  lab = await withLaboratory(site)
})
afterEach(() => site.dispose())

async function taken(name: string, content: Uint8Array) {
  const { id } = await upload(site, name, content)
  const { check, counts } = await site.api.imports.check({ job: randomUUID(), files: [id] })
  const rows = await lab.rowsOf(check)
  return { check, counts, rows }
}

const observation = (changes: object = {}) => ({
  ...{ resourceType: 'Observation', status: 'final', effectiveDateTime: '2026-11-17T07:40:00+08:00' },
  code: { coding: [{ system: 'http://loinc.org', code: '1751-7' }] },
  subject: { identifier: { system: 'urn:lobule:site:01:screening-number', value: 'S-001' } },
  valueQuantity: { value: 33.4, unit: 'g/L', system: 'http://unitsofmeasure.org', code: 'g/L' },
  ...changes,
})
const bundle = (...resources: object[]) =>
  Buffer.from(
    JSON.stringify({
      ...{ resourceType: 'Bundle', type: 'collection' },
      entry: resources.map(resource => ({ resource })),
    }),
  )

describe('FHIR and ODM', () => {
  it('takes the results of a FHIR Bundle in, and refuses with its place what is not final', async () => {
    const { check, counts, rows } = await taken(
      'results.json',
      bundle(observation(), observation({ status: 'preliminary', effectiveDateTime: '2026-11-18' })),
    )
    expect(counts).toMatchObject({ new: 1, refused: 1 })
    expect(rows[1]).toMatchObject({ place: { row: 2 }, refusal: { code: 'not_final' } })
    const made = await site.api.imports.record({ job: randomUUID(), check, taken: [] })
    expect(made).toMatchObject({ format: 'fhir', about: null, laboratory: null })
    expect(await lab.charted()).toEqual(['1751-7 33.4 v1 results.json:1'])
  })

  it('takes what was found out of an ODM file as it stands last, and nothing that people decided', async () => {
    const weight = { kind: 'body_weight', on: '2026-11-08', kg: '60.5' }
    const consent = {
      kind: 'consent',
      on: '2026-11-08',
      protocol: 'NCT05106972',
      version: '1',
      status: 'signed',
    }
    const facts = [...history('f-1', weight, { ...weight, kg: '61' }), ...history('f-2', consent)]
    const subject = namedSubject(facts, { screeningNumber: 'S-001' })
    const data = siteOf([subject], { site: { name: 'Here', number: '01', timeZone: 'Asia/Shanghai' } })
    const { check, counts, rows } = await taken('site.xml', bytesOf(odmFiles(data)))
    expect(counts).toMatchObject({ new: 1, refused: 1 })
    expect(rows.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'not_supported'])
    await site.api.imports.record({ job: randomUUID(), check, taken: [] })
    const [fact] = await site.api.facts.list({ patientId: lab.patientId })
    expect(fact).toMatchObject({ content: { ...weight, kg: '61' }, source: { name: 'site.xml', row: 1 } })
  })

  it('takes one kind of file at a time', async () => {
    const ids = await Promise.all([
      upload(site, 'a.json', bundle(observation())),
      upload(site, 'b.csv', laboratoryFile('S-001,2026/11/17 07:40,白蛋白,33.4,g/L,')),
    ])
    const call = site.api.imports.check({ job: randomUUID(), files: ids.map(({ id }) => id) })
    expect(await failureOf(call)).toMatchObject({ issues: [{ path: 'files' }] })
  })
})

const ALT = 'S-001,2026/11/17 07:40,谷丙转氨酶,38,U/L,9-50'
const table = laboratoryFile(ALT)

/** What every hostile file leaves behind: nothing. */
async function refused(name: string, content: Uint8Array): Promise<unknown> {
  const before = await site.api.audit.list({ limit: 1000 })
  const { id } = await upload(site, name, content)
  const asked = { files: [id], laboratory: lab.laboratory, mapping: laboratoryMapping() }
  const failure = await failureOf(site.api.imports.check({ job: randomUUID(), ...asked }))
  expect(await site.api.audit.list({ limit: 1000 })).toEqual(before)
  expect([await lab.charted(), await site.api.imports.list({}), site.failures]).toEqual([[], [], []])
  return failure
}

describe('a hostile file', () => {
  it.each([
    ['a NUL in it', 'a.csv', Buffer.from(`${ALT}\u0000`)],
    ['an executable', 'a.csv', Buffer.from('MZ\u0090\u0000\u0003')],
    ['one cell of 40 MB', 'a.csv', Buffer.concat([table, Buffer.alloc(40_000_000, 'x')])],
    ['a million columns', 'a.csv', Buffer.from(','.repeat(1_000_000))],
    ['a quotation mark that never closes', 'a.csv', Buffer.concat([table, Buffer.from('"'), table])],
    ['XML entities that grow', 'a.xml', Buffer.from('<!DOCTYPE a [<!ENTITY b "bb">]><ODM>&b;</ODM>')],
    ['JSON that is nested without end', 'a.json', Buffer.from('['.repeat(1_000_000))],
    ['a Bundle that breaks off', 'a.json', bundle(observation()).subarray(0, 200)],
  ])('with %s is refused by its name, and nothing is changed', async (_what, name, content) => {
    expect(await refused(name, content)).toMatchObject({ code: 'invalid_file', file: name })
  })

  it('that is an archive with a way out of it is no workbook', async () => {
    // The writer of the test makes no such archive.
    const honest = await archive([['aa/aa/etc/passwd', 'x']])
    const content = Buffer.from(honest.toString('latin1').replaceAll('aa/aa', '../..'), 'latin1')
    expect(await refused('a.xlsx', content)).toMatchObject({ code: 'invalid_file', file: 'a.xlsx' })
  })

  it('that breaks off or has other bytes anywhere is read or refused, and never more', async () => {
    const workbook = await workbookFile([{ name: '结果', rows: [['筛选号'], ['S-001']] }])
    const files = [table, workbook, bundle(observation())]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(255), async (file, place, byte) => {
        const broken = Buffer.from(file.subarray(0, place % 3 === 0 ? place % file.length : file.length))
        if (broken.length === 0) return
        broken[place % broken.length] = byte
        const { id } = await upload(site, 'file', broken)
        const asked = { files: [id], laboratory: lab.laboratory, mapping: laboratoryMapping() }
        await site.api.imports.check({ job: randomUUID(), ...asked }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(AppError)
          expect((error as AppError).payload.code).toMatch(/^invalid_/)
        })
        await site.api.imports.discard({ ids: [id] })
      }),
      { numRuns: 150 },
    )
    expect([await lab.charted(), site.failures]).toEqual([[], []])
  })
})
