import { describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FactId, PatientId, Sha256 } from '#shared/core/ids.ts'
import { newStoreWithPatient } from '#test/support/new-store.ts'
import { AUTHOR, ENTERED, PATIENT } from '#test/support/store-rows.ts'
import {
  factsOfCopies,
  findCopy,
  insertCopy,
  insertCopyFact,
  listCopies,
} from './certified-copy-repository.ts'
import { keepFile } from './file-repository.ts'

const sha256 = Sha256.parse('b'.repeat(64))
const entered = { enteredAt: ENTERED, authorId: AUTHOR }
const copy = (id: string, dated: CivilDate | null = null) => ({
  ...{ id, patientId: PATIENT, sha256, name: '报告.pdf', title: 'Doppler', dated },
  ...{ originalAt: 'ward file', statement: 'compared', ...entered },
})

describe('[C3] certified copies', () => {
  it('come back with who certified them and the facts that are read from them', () => {
    const { db } = newStoreWithPatient()
    keepFile(db, { sha256, mediaType: 'application/pdf', content: Buffer.of(1), ...entered })
    const [first, second] = [copy('c1', CivilDate.parse('2026-11-10')), copy('c2')]
    for (const one of [first, second]) insertCopy(db, one)
    const fact = { copyId: 'c1', factId: FactId.parse('f1'), ...entered }
    insertCopyFact(db, fact)
    expect(listCopies(db, PATIENT)).toEqual([second, first])
    expect(listCopies(db, PatientId.parse('nobody'))).toEqual([])
    expect(findCopy(db, 'c1')).toEqual(first)
    expect(factsOfCopies(db, ['c1', 'c2'])).toEqual([fact])
    expect(() => insertCopyFact(db, fact)).toThrow('UNIQUE')
  })
})
