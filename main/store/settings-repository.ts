import { z } from 'zod'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { UserId } from '#shared/core/ids.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'
import { checkVersion } from './versions.ts'

const flag = z.union([z.literal(0), z.literal(1)]).transform(value => value === 1)
const SettingsRow = z.object({
  version: z.int(),
  idleMinutes: z.int(),
  passwordMaxAgeDays: z.int().nullable(),
  passwordRecall: z.int(),
  countersignature: flag,
})
/** What the site decided, as of its latest version. */
export type SettingsRecord = z.infer<typeof SettingsRow>

/** The settings in force, or undefined while nothing was decided. */
export function findSettings(db: ReadableDb): SettingsRecord | undefined {
  const sql = `SELECT version, idle_minutes AS idleMinutes, password_max_age_days AS passwordMaxAgeDays,
      password_recall AS passwordRecall, countersignature
    FROM settings_versions ORDER BY version DESC LIMIT 1`
  const row = select(db, sql).get()
  return row === undefined ? undefined : SettingsRow.parse(row)
}

/** Adds the next version. Throws `stale_version`. */
export function insertSettings(
  db: WritableDb,
  settings: SettingsRecord & {
    readonly enteredAt: OffsetDateTime
    readonly authorId: UserId
    readonly reason: string
  },
): void {
  const { version, idleMinutes, passwordMaxAgeDays, passwordRecall, countersignature } = settings
  const { enteredAt, authorId, reason } = settings
  checkVersion('settings', findSettings(db)?.version ?? 0, version)
  const sql = `INSERT INTO settings_versions (version, idle_minutes, password_max_age_days, password_recall,
    countersignature, entered_at, author_id, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
  const decided = [idleMinutes, passwordMaxAgeDays, passwordRecall, Number(countersignature)]
  insert(db, sql).run(version, ...decided, enteredAt, authorId, reason)
}
