import { describe, expect, it } from 'vitest'
import { Mapping } from '#shared/core/imports/mapping.ts'
import { newStore } from '#test/support/new-store.ts'
import { AUTHOR, ENTERED } from '#test/support/store-rows.ts'
import { findMapping, insertMappingVersion, listMappings, mappingHistory } from './mapping-repository.ts'

const mapping = (changes: object = {}) =>
  Mapping.parse({
    ...{ schema: 'lobule.mapping/1', about: 'laboratory', table: {}, decimal: '.' },
    ...{ dates: { format: 'YYYY-MM-DD' }, patientBy: 'screening_number', tests: [], units: [] },
    columns: [{ column: '筛选号', role: { as: 'patient' } }],
    ...changes,
  })
const version = (changes: object = {}) => ({
  ...{ laboratory: 'l1', version: 1, mapping: mapping(), enteredAt: ENTERED, authorId: AUTHOR, ...changes },
})

describe('mappings', () => {
  it('are kept per laboratory and kind of table, every version', () => {
    const { db } = newStore()
    const doppler = version({ mapping: mapping({ about: 'portal_vein' }) })
    const second = version({ version: 2, mapping: mapping({ decimal: ',' }), reason: 'decimal comma' })
    for (const record of [version(), doppler, version({ laboratory: 'l2' }), second])
      insertMappingVersion(db, record)
    expect(listMappings(db)).toEqual([second, doppler, version({ laboratory: 'l2' })])
    expect(mappingHistory(db, 'l1', 'laboratory')).toEqual([version(), second])
    expect(findMapping(db, 'l1', 'laboratory')).toEqual(second)
    expect(findMapping(db, 'l1', 'liver_stiffness')).toBeUndefined()
  })

  it('are not overwritten by somebody who saw an older version', () => {
    const { db } = newStore()
    insertMappingVersion(db, version())
    expect(() => insertMappingVersion(db, version())).toThrow('stale_version')
  })
})
