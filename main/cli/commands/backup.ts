import { resolve } from 'node:path'
import { command, jsonOption } from '../command.ts'
import { madeBackup } from '../made-backup.ts'
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
      return madeBackup(backups, job)
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
