import { setTimeout as later } from 'node:timers/promises'
import type { Backup } from '#shared/api/backups.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import type { JobId } from '#shared/api/jobs.ts'

const PAUSE_MS = 50

/** Waits until a backup that was begun has been read back and opened. Throws `no_place` where it failed. */
export async function madeBackup(backups: Client<typeof contract>['backups'], job: JobId): Promise<Backup> {
  for (;;) {
    const { running, failed } = await backups.status({})
    if (running === null) {
      const backup = (await backups.list({})).find(({ id }) => id === job)
      if (backup !== undefined) return backup
      const trouble = failed?.trouble ?? 'failing'
      throw new AppError({ code: 'no_place', place: 'backup', trouble })
    }
    await later(PAUSE_MS)
  }
}
