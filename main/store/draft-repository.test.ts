import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newStore } from '#test/support/new-store.ts'
import { AUTHOR, ENTERED } from '#test/support/store-rows.ts'
import { closeDatabase } from './connection.ts'
import { eraseDraft, listDrafts, replaceDraft } from './draft-repository.ts'
import { storeFiles } from './files.ts'
import type { StoreKey } from './store-key.ts'

const place = { userId: AUTHOR, form: 'fact', patientId: null }
const TYPED = 'typed and not saved'

describe('a draft that was erased', () => {
  it.each([
    ['kept', 20],
    ['discarded', 20],
    ['discarded', 100_000],
    ['replaced', 100_000],
  ])('(%s, %i characters) is in no page for who has the key', (how, length) => {
    const { db, directory, key } = newStore()
    const draft = { savedAt: ENTERED, content: TYPED.repeat(Math.ceil(length / TYPED.length)) }
    replaceDraft(db, place, draft)
    if (how === 'discarded') eraseDraft(db, place)
    if (how === 'replaced') replaceDraft(db, place, { ...draft, content: 'short' })
    expect(listDrafts(db, AUTHOR)).toHaveLength(how === 'discarded' ? 0 : 1)
    const bytes = key.bytes()
    closeDatabase(db)
    // The one that is kept shows that this would find it.
    expect(decrypted(directory, bytes).includes(TYPED)).toBe(how === 'kept')
  })
})

const PAGE = 4096
/** At the end of each page: 16 bytes of initialisation vector, 64 of authentication (the format of SQLCipher 4). */
const RESERVED = 80

/** Every page in clear text, the free ones too, as somebody with the key and their own tool has it. */
function decrypted(directory: string, key: ReturnType<StoreKey['bytes']>): string {
  const file = readFileSync(storeFiles(directory).database)
  const pages = Array.from({ length: file.length / PAGE }, (_, number) => {
    const page = file.subarray(number * PAGE, (number + 1) * PAGE)
    const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16)
    const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
    // The first page begins with the salt.
    const text = cipher.update(page.subarray(number === 0 ? 16 : 0, PAGE - RESERVED))
    return text.toString('latin1')
  })
  return pages.join('')
}
