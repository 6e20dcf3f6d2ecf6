import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, startSite, type TestSite } from '#test/support/engine.ts'
import {
  type Laboratory,
  laboratoryFile,
  laboratoryMapping,
  withLaboratory,
} from '#test/support/laboratory-file.ts'
import { upload } from '#test/support/upload.ts'

let site: TestSite
let lab: Laboratory
beforeEach(async () => {
  site = await startSite()
  lab = await withLaboratory(site)
})
afterEach(() => site.dispose())

const save = (changes: object = {}) =>
  site.api.imports.saveMapping({
    ...{ laboratory: lab.laboratory, mapping: laboratoryMapping(), expectedVersion: 0, ...changes },
  })

describe('the mapping of a laboratory', () => {
  it('is kept with every version; from the second on there is a reason', async () => {
    const first = await save()
    expect(first).toMatchObject({ version: 1, about: 'laboratory', author: site.user.id })
    const mapping = laboratoryMapping({ decimal: ',' })
    expect(await failureOf(save({ mapping, expectedVersion: 1 }))).toMatchObject({
      issues: [{ path: 'reason' }],
    })
    const second = await save({ mapping, expectedVersion: 1, reason: 'decimal comma since May' })
    expect(await site.api.imports.mappings({})).toEqual([second])
    const { laboratory } = lab
    expect(await site.api.imports.mappingHistory({ laboratory, about: 'laboratory' })).toEqual([
      first,
      second,
    ])
    expect((await site.api.audit.list({ limit: 1000 })).at(-1)).toMatchObject({
      ...{ action: 'mapping.save', field: 'mappings.laboratory', reason: 'decimal comma since May' },
      ...{ oldValue: { decimal: '.' }, newValue: { decimal: ',' } },
    })
  })

  it.each([
    ['by who saw an older version', { expectedVersion: 3 }, { code: 'stale_version', entity: 'mapping' }],
    ['for no laboratory', { laboratory: 'none' }, { code: 'not_found', entity: 'laboratory' }],
    [
      'with a test twice',
      {
        mapping: laboratoryMapping({
          tests: [
            { printed: 'ALT', loinc: '1742-6' },
            { printed: 'ALT', loinc: '1920-8' },
          ],
        }),
      },
      { issues: [{ path: 'mapping.tests[1].printed', message: 'ALT is there twice' }] },
    ],
  ])('is not saved %s', async (_what, changes, failure) => {
    expect(await failureOf(save(changes))).toMatchObject(failure)
  })

  it('is offered with the next file that it fits, and suggestions with one that it does not', async () => {
    await save()
    const file = laboratoryFile('S-001,2026/11/17 07:40,谷草转氨酶,38,U/L,9-50')
    const { id } = await upload(site, 'a.csv', file)
    const looked = await site.api.imports.look({ file: id, laboratory: lab.laboratory })
    expect(looked).toMatchObject({
      format: 'text',
      kept: { version: 1, mapping: laboratoryMapping() },
      table: { encoding: 'gb18030', delimiter: ',', headerRow: 1, rows: 1 },
      unknown: { tests: ['谷草转氨酶'], units: [] },
    })
    expect(looked.table?.sample).toEqual([['S-001', '2026/11/17 07:40', '谷草转氨酶', '38', 'U/L', '9-50']])
    const other = await upload(site, 'b.csv', Buffer.from('Subject;ALT (U/L)\nS-001;38\n'))
    const another = await site.api.imports.look({ file: other.id, laboratory: lab.laboratory })
    expect(another.kept).toBeNull()
    expect(another.suggested?.columns.map(({ column }) => column)).toEqual(['Subject', 'ALT (U/L)'])
  })
})
