import { rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import type { z } from 'zod'
import type { MutationContext } from '#main/services/context.ts'
import { invalid } from '#main/services/failures.ts'
import { nextVersion } from '#main/services/next-version.ts'
import { changedFields } from '#main/services/trail.ts'
import { type ChosenPlace, findBackupSettings, insertBackupSettings } from '#main/store/backup-repository.ts'
import { OWNER_ONLY } from '#main/store/files.ts'
import { placeFailure } from '#main/store/place-failure.ts'
import type { BackupStatus, backups } from '#shared/api/backups.ts'
import { AppError } from '#shared/api/errors.ts'
import { isInStore } from './last-good.ts'
import { isOnOtherDisk, placeTrouble } from './place.ts'
import { sayStatus } from './record.ts'
import { backupStatus } from './status.ts'

const FIELDS = ['folder', 'everyHours', 'onClosing', 'keep'] as const

/** Decides where and when the site backs up. Throws `no_place` where nothing can be written there. */
export function configureBackups(
  { expectedVersion, settings, reason }: z.output<typeof backups.configure.input>,
  context: MutationContext,
): BackupStatus {
  const { db, audit, session, afterCommit } = context
  const before = findBackupSettings(db)
  const entry = nextVersion(before, { entity: 'backup settings', expectedVersion, reason }, context)
  const chosen = chosenPlace(
    { ...settings, folder: folderOf(settings.folder, context) },
    before?.settings,
    context,
  )
  const old = before?.settings ?? { folder: null, everyHours: null, onClosing: false, keep: null }
  const changed = changedFields<object & Record<(typeof FIELDS)[number], unknown>>(old, chosen, FIELDS)
  if (changed.length === 0) throw invalid('settings', 'says what is there already')
  insertBackupSettings(db, { ...entry, settings: chosen, reason })
  const subject = { kind: 'settings', id: session.site.storeId }
  for (const values of changed) audit({ action: 'backup.configure', subject, ...values, reason })
  afterCommit(() => sayStatus(session, context))
  return backupStatus(context)
}

/** The folder as this computer names it. One inside the store is none: whatever takes the store takes it too. */
export function folderOf(folder: string, { directory }: Pick<MutationContext, 'directory'>): string {
  if (!isAbsolute(folder)) throw invalid('settings.folder', 'is no whole path; begin with the disk')
  const resolved = resolve(folder)
  if (isInStore(resolved, directory))
    throw invalid('settings.folder', 'lies in the store itself; choose another disk or a stick')
  return resolved
}

/** A folder that stays may be away, as a stick is; a new one has to take a file. */
function chosenPlace(
  settings: Omit<ChosenPlace, 'isOnOtherDisk'>,
  before: ChosenPlace | undefined,
  { directory, newId }: Pick<MutationContext, 'directory' | 'newId'>,
): ChosenPlace {
  const { folder } = settings
  if (folder === before?.folder) return { ...settings, isOnOtherDisk: before.isOnOtherDisk }
  const trouble = placeTrouble({ folder, isOnOtherDisk: false }, directory)
  if (trouble !== undefined) throw new AppError({ code: 'no_place', place: 'backup', trouble })
  const probe = join(folder, `lobule-${newId()}.part`)
  try {
    writeFileSync(probe, '', { flag: 'wx', mode: OWNER_ONLY })
    rmSync(probe)
    return { ...settings, isOnOtherDisk: isOnOtherDisk(folder, directory) }
  } catch (error) {
    throw placeFailure(error, 'backup') ?? error
  }
}
