import { resolve } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import type { Backup } from '#shared/api/backups.ts'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { AppError } from '#shared/api/errors.ts'
import type { JobId } from '#shared/api/jobs.ts'
import { command, jsonOption } from '../command.ts'
import { passwordDetails, storeOptions, withStore } from '../open-store.ts'
import { say, sayJson } from '../terminal.ts'

/** Backs a store up and waits until the backup was read back and opened. */
export const backupCommand = command({
  name: 'backup',
  summary: 'Back a store up: one encrypted file, read back and opened before it counts.',
  options: {
    ...storeOptions,
    to: { type: 'string', value: 'DIR', help: 'the folder (default: where the site backs up to)' },
    json: jsonOption,
  },
  details: `${passwordDetails('backup --to DIR')}\nIt opens with the passwords of the store as they are now, or the recovery key.`,

  async run({ values }, terminal) {
    const backup = await withStore(values, terminal, async ({ backups }) => {
      const folder = values.to === undefined ? {} : { folder: resolve(values.to) }
      const { job } = await backups.start(folder)
      return made(backups, job)
    })
    if (values.json) sayJson(terminal.stdout, backup)
    else {
      const { folder, fileName, bytes, sha256, trail } = backup
      say(terminal.stdout, `${resolve(folder, fileName)}: ${bytes} bytes, SHA-256 ${sha256}`)
      say(terminal.stdout, `Read back and opened; ${trail.entries} entries of the trail.`)
    }
    return 0
  },
})

const PAUSE_MS = 50

async function made(backups: Client<typeof contract>['backups'], job: JobId): Promise<Backup> {
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
