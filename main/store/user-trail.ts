import { z } from 'zod'
import type { UserId } from '#shared/core/ids.ts'
import { type ReadableDb, select } from './connection.ts'

/** The number of the last entry about a user with one of these actions. Unlike a time, it does not depend on a clock. */
export function lastEntryAbout(
  db: ReadableDb,
  userId: UserId,
  actions: readonly string[],
): number | undefined {
  const sql = `SELECT max(seq) FROM audit_entries WHERE subject_kind = 'user' AND subject_id = ?
    AND action IN (SELECT value FROM json_each(?))`
  return z
    .int()
    .optional()
    .parse(select(db, sql).pluck().get(userId, JSON.stringify(actions)) ?? undefined)
}

const Passed = z.object({ passed: z.number(), last: z.string().nullable() })

/**
 * Milliseconds that ran since an entry, as the trail saw them: a clock that was moved back counts nothing, neither for
 * nor against anybody.
 */
export function millisecondsSince(db: ReadableDb, seq: number, now: Date): number {
  const sql = `WITH times AS (SELECT seq, at, lag(at) OVER (ORDER BY seq) AS before FROM audit_entries WHERE seq >= ?)
    SELECT coalesce(sum(max(0, julianday(at) - julianday(before))), 0) * 86400000 AS passed,
      (SELECT at FROM audit_entries ORDER BY seq DESC LIMIT 1) AS last
    FROM times WHERE before IS NOT NULL`
  const { passed, last } = Passed.parse(select(db, sql).get(seq))
  return passed + (last === null ? 0 : Math.max(0, now.getTime() - Date.parse(last)))
}
