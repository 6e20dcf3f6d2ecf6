import type { BackupSettings, BackupStatus } from '#shared/api/backups.ts'
import type { OffsetDateTime } from '#shared/core/civil-date.ts'

const HOUR = 3600 * 1000
/** How old a backup may become where the site backs up by hand. */
const WEEK = 168

/** A clock that was put back by more than this makes the age of a backup unknowable. */
const DOUBT_MS = 5 * 60_000

/** How old a backup is, in milliseconds; endless where the clock says that it is yet to be made. */
function ageOf(madeAt: OffsetDateTime, now: Date): number {
  const age = now.getTime() - Date.parse(madeAt)
  return age < -DOUBT_MS ? Number.POSITIVE_INFINITY : Math.max(0, age)
}

/** Whether the schedule asks for another one. */
export function isDue(
  last: { readonly madeAt: OffsetDateTime } | undefined,
  everyHours: number | null,
  now: Date,
): boolean {
  if (everyHours === null) return false
  return last === undefined || ageOf(last.madeAt, now) >= everyHours * HOUR
}

/** `late` only once the schedule has missed its time by as much again, a day at most: one that is just due is being made. */
export function ageName(
  last: { readonly madeAt: OffsetDateTime } | undefined,
  settings: Pick<BackupSettings, 'everyHours'> | undefined,
  now: Date,
): BackupStatus['age'] {
  if (last === undefined) return 'never'
  const every = settings?.everyHours ?? null
  const allowed = every === null ? WEEK : every + Math.min(every, 24)
  return ageOf(last.madeAt, now) > allowed * HOUR ? 'late' : 'fresh'
}
