import { describe, expect, it } from 'vitest'
import { FactId, Sha256 } from '#shared/core/ids.ts'
import { newStore } from '#test/support/new-store.ts'
import { AUTHOR, ENTERED, importRecord } from '#test/support/store-rows.ts'
import { keepFile } from './file-repository.ts'
import {
  factsOfImport,
  filesOfImports,
  findImport,
  insertBroughtFacts,
  insertImport,
  insertUndo,
  listImports,
  listUndos,
} from './import-repository.ts'

const sha256 = Sha256.parse('a'.repeat(64))

describe('imports', () => {
  it('come back with their files and the versions of facts that they brought', () => {
    const { db } = newStore()
    const entered = { enteredAt: ENTERED, authorId: AUTHOR }
    keepFile(db, { sha256, mediaType: 'text/csv', content: Buffer.from('abc'), ...entered })
    insertImport(db, { ...importRecord(), files: [{ name: '十一月.csv', sha256 }] })
    const brought = { factId: FactId.parse('f1'), version: 2 }
    insertBroughtFacts(db, 'import-1', [brought])
    expect(findImport(db, 'import-1')).toEqual(importRecord())
    expect(filesOfImports(db)).toEqual([
      { importId: 'import-1', place: 0, name: '十一月.csv', sha256, bytes: 3 },
    ])
    expect(factsOfImport(db, 'import-1')).toEqual([brought])
    expect(findImport(db, 'another')).toBeUndefined()
  })

  it('are listed with the newest first, whatever offset the time was written with', () => {
    const { db } = newStore()
    const at = (id: string, enteredAt: string) => importRecord({ id, enteredAt: enteredAt as typeof ENTERED })
    const [earlier, later] = [at('a', '2026-11-14T08:30:00+08:00'), at('b', '2026-11-14T02:30:00+00:00')]
    for (const record of [later, earlier]) insertImport(db, { ...record, files: [] })
    expect(listImports(db).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('are taken back once', () => {
    const { db } = newStore()
    insertImport(db, { ...importRecord(), files: [] })
    const undo = {
      ...{ importId: 'import-1', reason: 'wrong patient', enteredAt: ENTERED, authorId: AUTHOR },
      counts: { retracted: 1, restored: 0, left: 0 },
    }
    insertUndo(db, undo)
    expect(listUndos(db)).toEqual([undo])
    expect(() => insertUndo(db, undo)).toThrow('UNIQUE')
  })
})
