import { expect, it } from 'vitest'
import { ownBackupStatus, writeBackupStatus } from '#main/store/backup-status.ts'
import { StoreKey } from '#main/store/store-key.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { newFolder } from '#test/support/new-store.ts'
import { keepOutcome } from './keep-outcome.ts'

const at = OffsetDateTime.parse('2026-11-22T10:00:00.000+08:00')
const failed = (folder: string) =>
  ({ result: 'failed', at, cause: 'asked', folder, trouble: 'gone' }) as const
type Begun = Parameters<typeof keepOutcome>[0]['begun']

it('what somebody else wrote of backups beside a locked store is not made the store’s own word', async () => {
  const directory = newFolder()
  const key = StoreKey.generate()
  const begun = { key } as Begun
  const surroundings = { slot: { current: undefined }, directory, now: () => new Date() }
  await keepOutcome({ begun, author: null }, failed('/media/a'), surroundings)
  await keepOutcome({ begun, author: null }, failed('/media/b'), surroundings)
  expect(ownBackupStatus(directory, key)?.unrecorded).toEqual([failed('/media/a'), failed('/media/b')])
  const forged = { folder: '/media/x', lastGood: null, unrecorded: [failed('/media/forged')] }
  writeBackupStatus(directory, StoreKey.generate(), forged)
  await keepOutcome({ begun, author: null }, failed('/media/c'), surroundings)
  expect(ownBackupStatus(directory, key)?.unrecorded).toEqual([failed('/media/c')])
})
