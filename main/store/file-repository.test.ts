import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Sha256 } from '#shared/core/ids.ts'
import { newStore, openRaw } from '#test/support/new-store.ts'
import { AUTHOR, ENTERED } from '#test/support/store-rows.ts'
import { fileContent, fileParts, findFile, keepFile } from './file-repository.ts'

const shaOf = (content: Uint8Array) => Sha256.parse(hash('sha256', content, 'hex'))
const kept = (content: Uint8Array, mediaType = 'text/csv') => ({
  ...{ sha256: shaOf(content), mediaType, content, enteredAt: ENTERED, authorId: AUTHOR },
})

describe('kept files', () => {
  it('come back byte for byte, larger than one row holds too', () => {
    const { db } = newStore()
    const content = Buffer.alloc(2 * 1024 * 1024 + 17, 'ALT;丙氨酸氨基转移酶;')
    keepFile(db, kept(content))
    expect(fileContent(db, shaOf(content)).equals(content)).toBe(true)
    expect([...fileParts(db, shaOf(content))].map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 17])
    expect(findFile(db, shaOf(content))).toEqual({
      ...{ sha256: shaOf(content), mediaType: 'text/csv', bytes: content.length },
      ...{ enteredAt: ENTERED, authorId: AUTHOR },
    })
  })

  it('are kept once, whoever brings them again', () => {
    const { db } = newStore()
    const content = Buffer.from('a;b')
    keepFile(db, kept(content))
    keepFile(db, kept(content, 'text/plain'))
    expect(findFile(db, shaOf(content))?.mediaType).toBe('text/csv')
    expect([...fileParts(db, shaOf(content))]).toHaveLength(1)
  })

  it('are not given out where they are no longer what their hash says', () => {
    const { db, directory, key } = newStore()
    const content = Buffer.from('ALT;40')
    keepFile(db, kept(content))
    const raw = openRaw(directory, key)
    raw.exec('DROP TRIGGER file_parts_refuse_update')
    raw.prepare('UPDATE file_parts SET content = ?').run(Buffer.from('ALT;14'))
    expect(() => fileContent(db, shaOf(content))).toThrow('store_damaged')
  })

  it('that nobody brought are not found', () => {
    const { db } = newStore()
    const nothing = Sha256.parse('0'.repeat(64))
    expect(findFile(db, nothing)).toBeUndefined()
    expect(() => fileContent(db, nothing)).toThrow('not_found')
  })
})
