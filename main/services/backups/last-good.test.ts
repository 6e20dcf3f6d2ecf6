import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { appendEntry, GENESIS } from '#main/store/audit-trail.ts'
import { insertBackup } from '#main/store/backup-repository.ts'
import { newFolder, newStore } from '#test/support/new-store.ts'
import { AUTHOR, auditEntry, ENTERED } from '#test/support/store-rows.ts'
import { hasChanged, lastGood } from './last-good.ts'

function storeWithBackups(...folders: string[]) {
  const store = newStore()
  appendEntry(store.db, auditEntry())
  for (const [index, folder] of folders.entries()) {
    const file = {
      folder: folder.replace('STORE', store.directory),
      fileName: 'x.lobule',
      bytes: 1,
      sha256: GENESIS,
    }
    const trail = { entries: index + 1, hash: GENESIS }
    const made = { id: `b${index}`, cause: 'asked', madeAt: ENTERED, trail, authorId: AUTHOR } as const
    insertBackup(store.db, { ...made, ...file }, ENTERED)
  }
  return store
}

describe('the last good backup', () => {
  it('is the one that holds most, wherever the clock stood when it was made', () => {
    expect(lastGood(storeWithBackups('/media/a', '/media/b'))?.folder).toBe('/media/b')
  })

  it('is none that lies in the folder of the store: whatever takes the store takes it too', () => {
    expect(lastGood(storeWithBackups('/media/a', join('STORE', 'backups')))?.folder).toBe('/media/a')
    expect(lastGood(storeWithBackups('STORE'))).toBeUndefined()
    expect(lastGood(storeWithBackups('STORE-backups'))?.folder).toMatch(/-backups$/)
    expect(lastGood(storeWithBackups(join('STORE', '..backups')))).toBeUndefined()
  })

  it('is none that a link leads into the folder of the store', () => {
    const link = join(newFolder(), 'another disk')
    const store = storeWithBackups('/media/a', join(link, 'kept'))
    symlinkSync(store.directory, link)
    mkdirSync(join(store.directory, 'kept'))
    expect(lastGood(store)?.folder).toBe('/media/a')
  })

  it('leaves nothing to back up where only sessions and backups came after it', () => {
    const store = storeWithBackups('/media/a')
    const { db } = store
    for (const action of ['session.lock', 'session.unlock', 'backup.make', 'security_log.folded'])
      appendEntry(db, { ...auditEntry(), action })
    expect(hasChanged(store)).toBe(false)
    appendEntry(db, { ...auditEntry(), action: 'fact.record' })
    expect(hasChanged(store)).toBe(true)
  })
})
