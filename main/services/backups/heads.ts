import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readPackedCopy } from '#main/interchange/zip/unpack-copy.ts'
import type { OpenSession } from '#main/services/context.ts'
import { endsWithin } from '#main/services/within.ts'
import { listEntries } from '#main/store/audit-trail.ts'
import { findBackupSettings } from '#main/store/backup-repository.ts'
import { restoredBackups } from '#main/store/restored-backups.ts'
import { foldedUpTo } from '#main/store/security-fold.ts'
import { readUnfolded } from '#main/store/security-log.ts'
import type { CopyFile } from '#main/store/site-copy/copy-file.ts'
import { matchesAnchor } from '#main/store/verify-trail.ts'

/** A backup whose trail this store has not: it was taken of a later state of it, or of another course of it. */
export interface BackupAhead {
  readonly fileName: string
  readonly madeAt: string
  readonly entries: number
  readonly hash: string
}

/**
 * How many of the newest files are looked at, which may be those of other sites, and for how long; in milliseconds. A share
 * that sleeps keeps nobody out.
 */
const MOST = 100
const PATIENCE = 3000

export const AHEAD = 'trail.backup_is_ahead'

/**
 * The backups of this store, in the folder that it backs up to, that know more of it than it does itself: it was put back
 * to an older state past Lobule (trust.md A3). Those from before a restore that the trail has are explained by that. Also
 * those under another key count: a store of before it was given that has none of its backups of now.
 */
export async function backupsAhead(session: OpenSession, directory: string): Promise<BackupAhead[]> {
  const folder = findBackupSettings(session.db)?.settings.folder
  if (folder === undefined) return []
  const copies = await foundInTime(folder)
  const restoredAt = lastRestore(session, directory)
  return copies
    .filter(({ copy }) => copy.storeId === session.site.storeId)
    .filter(({ copy }) => Date.parse(copy.summary.madeAt) > restoredAt)
    .map(({ fileName, copy: { summary } }) => ({
      ...{ fileName, madeAt: summary.madeAt },
      ...summary.trail,
    }))
    .filter(({ entries, hash }) => !matchesAnchor(session.db, { seq: entries, hash }))
}

/** Those that the trail does not name yet. */
export function unsaid({ db }: Pick<OpenSession, 'db'>, ahead: readonly BackupAhead[]): BackupAhead[] {
  const said = new Set([...listEntries(db, { action: AHEAD })].map(({ subject }) => subject.id))
  return ahead.filter(({ hash }) => !said.has(hash))
}

interface Found {
  readonly fileName: string
  readonly copy: CopyFile
}

/** What was read within the time: one file that does not answer hides no other. */
async function foundInTime(folder: string): Promise<Found[]> {
  const found: Found[] = []
  const reading = newestNames(folder).map(async fileName => {
    found.push(...(await described(folder, fileName)))
  })
  await endsWithin(Promise.all(reading), PATIENCE)
  return [...found]
}

function newestNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.lobule'))
      .map(name => ({ name, at: changedAt(join(folder, name)) }))
      .toSorted((a, b) => b.at - a.at)
      .slice(0, MOST)
      .map(({ name }) => name)
  } catch {
    // Away, or not to be read: the status of the backups says that.
    return []
  }
}

/** A link that leads nowhere comes last. */
function changedAt(file: string): number {
  try {
    return statSync(file).mtimeMs
  } catch {
    return Number.NEGATIVE_INFINITY
  }
}

/** What is no backup says nothing of the store. */
async function described(folder: string, fileName: string): Promise<Found[]> {
  try {
    return [{ fileName, copy: await readPackedCopy(join(folder, fileName)) }]
  } catch {
    return []
  }
}

/** When a backup last took the place of the store, in milliseconds; the trail learns of the very last one only now. */
function lastRestore({ db }: Pick<OpenSession, 'db'>, directory: string): number {
  const unfolded = readUnfolded(directory, foldedUpTo(db)).lines
  const times = [
    ...restoredBackups(db).map(({ at }) => at),
    ...unfolded.filter(({ event }) => event === 'backup_restored').map(({ at }) => at),
  ]
  return Math.max(...times.map(at => Date.parse(at)))
}
