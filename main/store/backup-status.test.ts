import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { newFolder } from '#test/support/new-store.ts'
import { ownBackupStatus, readBackupStatus, writeBackupStatus } from './backup-status.ts'
import { storeFiles } from './files.ts'
import { StoreKey } from './store-key.ts'

const STATUS = {
  folder: '/media/备份盘',
  lastGood: { madeAt: OffsetDateTime.parse('2026-11-22T10:00:00.000+08:00'), fileName: '01.lobule' },
  unrecorded: [],
}

describe('how backups stand, beside a locked store', () => {
  it('is read by everybody, and believed only under the key of the store', () => {
    const directory = newFolder()
    const key = StoreKey.generate()
    writeBackupStatus(directory, key, STATUS)
    expect(readBackupStatus(directory)).toEqual(STATUS)
    expect(ownBackupStatus(directory, key)).toEqual(STATUS)
    expect(ownBackupStatus(directory, StoreKey.generate())).toBeUndefined()
  })

  it.each(['', 'x', '{}', '{"format":2}'])('is not known where the file holds %j', content => {
    const directory = newFolder()
    writeFileSync(storeFiles(directory).backupStatus, content)
    expect(readBackupStatus(directory)).toBeUndefined()
  })
})
