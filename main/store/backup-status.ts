import canonicalize from 'canonicalize'
import { z } from 'zod'
import { BackupCause } from '#shared/api/backups.ts'
import { Trouble } from '#shared/api/place-trouble.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { StoredBackup } from './backup-repository.ts'
import { readIfPresent, storeFiles, writeAtomically } from './files.ts'
import type { StoreKey } from './store-key.ts'

/** What became of a backup: made and verified, or not. */
export const BackupOutcome = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('made'), backup: StoredBackup }),
  z.strictObject({
    result: z.literal('failed'),
    at: OffsetDateTime,
    cause: BackupCause,
    folder: z.string(),
    trouble: Trouble,
  }),
])
export type BackupOutcome = z.infer<typeof BackupOutcome>

const Status = z.strictObject({
  /** Where the site backs up; null where it chose nothing. */
  folder: z.string().nullable(),
  lastGood: z.strictObject({ madeAt: OffsetDateTime, fileName: z.string() }).nullable(),
  /** What the store does not know yet, because it was locked by then. Its own word only under its own key. */
  unrecorded: z.array(BackupOutcome),
})

/** How the backups stand, as it is said beside the store while that is locked; the store knows better once it is open. */
export type BackupStatusFile = z.infer<typeof Status>

const StatusFile = z.strictObject({ format: z.literal(1), status: Status, mac: z.string() })
const PURPOSE = 'backup-status'

/** What the file says, whoever wrote it; undefined where there is none that can be read. */
export function readBackupStatus(directory: string): BackupStatusFile | undefined {
  return fileOf(directory)?.status
}

/** What the store with this key wrote, and nobody else. */
export function ownBackupStatus(directory: string, key: StoreKey): BackupStatusFile | undefined {
  const file = fileOf(directory)
  return file !== undefined && key.hasMac(PURPOSE, textOf(file.status), file.mac) ? file.status : undefined
}

/** Says how the backups stand; nothing of any patient. */
export function writeBackupStatus(directory: string, key: StoreKey, status: BackupStatusFile): void {
  const file: z.infer<typeof StatusFile> = { format: 1, status, mac: key.mac(PURPOSE, textOf(status)) }
  writeAtomically(storeFiles(directory).backupStatus, `${JSON.stringify(file)}\n`)
}

function fileOf(directory: string): z.infer<typeof StatusFile> | undefined {
  try {
    const text = readIfPresent(storeFiles(directory).backupStatus)
    return text === undefined ? undefined : StatusFile.parse(JSON.parse(text))
  } catch {
    // A damaged note is none: what it says stands in the store too, or in the folder itself.
    return undefined
  }
}

function textOf(status: BackupStatusFile): string {
  return canonicalize(status) ?? ''
}
