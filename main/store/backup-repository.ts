import canonicalize from 'canonicalize'
import { z } from 'zod'
import { BackupCause, BackupSettings } from '#shared/api/backups.ts'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { Sha256, UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { checkVersion } from './versions.ts'

const json = z.string().transform((text): unknown => JSON.parse(text))

const ChosenPlace = BackupSettings.extend({
  /** The folder lay on another disk than the store when it was chosen: a stick that is pulled out leaves its folder behind. */
  isOnOtherDisk: z.boolean(),
})
/** What a site decided, with what was found of the folder then. */
export type ChosenPlace = z.infer<typeof ChosenPlace>

const SettingsRow = z.object({ version: z.int(), settings: json.pipe(ChosenPlace) })

/** The settings in force, or undefined while nobody chose where. */
export function findBackupSettings(db: ReadableDb): z.infer<typeof SettingsRow> | undefined {
  const sql = 'SELECT version, settings FROM backup_settings_versions ORDER BY version DESC LIMIT 1'
  const row = select(db, sql).get()
  return row === undefined ? undefined : SettingsRow.parse(row)
}

interface NewSettings {
  readonly version: number
  readonly settings: ChosenPlace
  readonly enteredAt: OffsetDateTime
  readonly authorId: UserId
  readonly reason: string
}

/** Adds the next version. Throws `stale_version`. */
export function insertBackupSettings(
  db: WritableDb,
  { version, settings, enteredAt, authorId, reason }: NewSettings,
): void {
  checkVersion('backup settings', findBackupSettings(db)?.version ?? 0, version)
  const sql = `INSERT INTO backup_settings_versions (version, settings, entered_at, author_id, reason)
    VALUES (?, ?, ?, ?, ?)`
  insert(db, sql).run(version, canonicalize(settings), enteredAt, authorId, reason)
}

/** A backup as it was made, before the store knows of it. */
export const StoredBackup = z.strictObject({
  id: z.string().min(1),
  cause: BackupCause,
  madeAt: OffsetDateTime,
  folder: z.string(),
  fileName: z.string(),
  bytes: z.int().min(1),
  sha256: Sha256,
  trail: z.strictObject({ entries: z.int().min(1), hash: Sha256 }),
  /** Whose session it was. */
  authorId: UserId,
})
export type StoredBackup = z.infer<typeof StoredBackup>

const BackupRow = z
  .object({
    ...StoredBackup.omit({ trail: true }).shape,
    entries: z.int(),
    hash: Sha256,
    rotatedAt: OffsetDateTime.nullable(),
  })
  .transform(({ entries, hash, ...row }) => ({ ...row, trail: { entries, hash } }))
/** With the time at which its file made room for newer ones; null where it did not. */
export type BackupRecord = z.infer<typeof BackupRow>

const COLUMNS = `backup_id AS id, cause, made_at AS madeAt, folder, file_name AS fileName, bytes, sha256,
  trail_entries AS entries, trail_hash AS hash, author_id AS authorId, backup_rotations.entered_at AS rotatedAt`
const BACKUPS = `SELECT ${COLUMNS} FROM backups LEFT JOIN backup_rotations USING (backup_id)`

/** Every backup that the store knows of, the furthest along its trail first. */
export function listBackups(db: ReadableDb): BackupRecord[] {
  return select(db, `${BACKUPS} ORDER BY trail_entries DESC, backup_id DESC`)
    .all()
    .map(row => BackupRow.parse(row))
}

/** One backup, or undefined. */
export function findBackup(db: ReadableDb, id: string): BackupRecord | undefined {
  const row = select(db, `${BACKUPS} WHERE backup_id = ?`).get(id)
  return row === undefined ? undefined : BackupRow.parse(row)
}

/** Keeps a backup that was verified; who made it stands in it, when it is kept in `enteredAt`. */
export function insertBackup(db: WritableDb, backup: StoredBackup, enteredAt: OffsetDateTime): void {
  const { id, cause, madeAt, folder, fileName, bytes, sha256, trail, authorId } = backup
  const sql = `INSERT INTO backups (backup_id, cause, made_at, folder, file_name, bytes, sha256, trail_entries,
    trail_hash, entered_at, author_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  const file = [folder, fileName, bytes, sha256]
  insert(db, sql).run(id, cause, madeAt, ...file, trail.entries, trail.hash, enteredAt, authorId)
}

/** Notes that the file of a backup made room. */
export function insertRotation(db: WritableDb, id: string, enteredAt: OffsetDateTime): void {
  insert(db, 'INSERT INTO backup_rotations (backup_id, entered_at) VALUES (?, ?)').run(id, enteredAt)
}

/** How the names begin of entries that come and go with sessions and backups themselves: nobody's work is in them. */
const PASSING = ['session.', 'backup.', 'security.', 'security_log.', 'access.']

/** How many entries after `seq` record work that a backup up to there does not hold. */
export function entriesToLose(db: ReadableDb, seq: number): number {
  const all = select(db, 'SELECT count(*) FROM audit_entries WHERE seq > ?').pluck()
  // By ranges of the index: to look into every entry would take as long as reading the trail.
  const some = select(
    db,
    'SELECT count(*) FROM audit_entries WHERE action >= ? AND action < ? AND seq > ?',
  ).pluck()
  const passing = PASSING.map(start => Number(some.get(start, `${start}~`, seq)))
  return passing.reduce((rest, count) => rest - count, Number(all.get(seq)))
}
