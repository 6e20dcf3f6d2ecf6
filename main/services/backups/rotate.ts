import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readPackedCopy } from '#main/interchange/zip/unpack-copy.ts'
import type { OpenSession, SessionSlot, Surroundings } from '#main/services/context.ts'
import { transact } from '#main/services/trail.ts'
import {
  type BackupRecord,
  findBackupSettings,
  insertRotation,
  listBackups,
} from '#main/store/backup-repository.ts'
import { toRotate } from './kept.ts'

interface Rotating extends Pick<Surroundings, 'directory' | 'now'> {
  readonly slot: SessionSlot
}

/** Made by the store itself on its way to something else; whoever wants them gone removes them. */
const KEPT_ALWAYS: readonly BackupRecord['cause'][] = ['before_rekey', 'before_migration']

/**
 * Removes the files of older backups from the folder, as the site chose. Only those go that the store knows, and that are
 * still what it knows; the newest never does. What cannot be removed now is tried again after the next backup.
 */
export async function makeRoom({ slot, directory, now }: Rotating, session: OpenSession): Promise<void> {
  const { db, clock } = session
  for (const backup of candidates(session)) {
    const file = join(backup.folder, backup.fileName)
    if (!(await isStillThat(file, backup, session)) || slot.current !== session) continue
    if (backup.rotatedAt === null)
      transact(session, { directory, now, user: null }, audit => {
        insertRotation(db, backup.id, clock.render(now()))
        const { id, fileName, folder, sha256 } = backup
        audit({
          action: 'backup.rotate',
          subject: { kind: 'backup', id },
          newValue: { folder, fileName, sha256 },
        })
      })
    rmSync(file, { force: true })
  }
}

function candidates({ db }: Pick<OpenSession, 'db'>): BackupRecord[] {
  const chosen = findBackupSettings(db)?.settings
  if (chosen === undefined) return []
  const there = listBackups(db).filter(
    ({ folder, fileName, cause }) =>
      folder === chosen.folder && !KEPT_ALWAYS.includes(cause) && existsSync(join(folder, fileName)),
  )
  return toRotate(there, chosen.keep)
}

/** Another file under that name, or one that cannot be read, is nobody's to remove. */
async function isStillThat(file: string, { trail }: BackupRecord, { site }: OpenSession): Promise<boolean> {
  try {
    const { storeId, summary } = await readPackedCopy(file)
    return storeId === site.storeId && summary.trail.hash === trail.hash
  } catch {
    return false
  }
}
