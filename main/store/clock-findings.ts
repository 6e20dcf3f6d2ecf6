import { z } from 'zod'
import type { ClockFinding } from '#shared/core/signatures/record.ts'
import { type ReadableDb, select } from './connection.ts'

const FindingRow = z.object({
  seq: z.int(),
  clock: z.string().transform(text => JSON.parse(text) as unknown),
})
const Clock = z.object({ movedBackSeconds: z.number().optional(), offsetWas: z.string().optional() })

/** The latest time (UTC) that the trail had seen up to an entry, whatever the clock showed then. */
export function latestTime(db: ReadableDb, upToSeq: number): string | undefined {
  const at = select(db, 'SELECT max(at) FROM audit_entries WHERE seq <= ?').pluck().get(upToSeq)
  return z.string().nullable().parse(at) ?? undefined
}

/**
 * What the trail noticed of the clock since the session before this one ended, and of a clock that still shows an
 * earlier time than the trail has: to lock in between does not make it right.
 */
export function clockFindings(db: ReadableDb): z.infer<typeof ClockFinding>[] {
  // A crash leaves no entry about the end: then the unlock before this one is where the last session was.
  const sql = `WITH session AS (SELECT ifnull(max(seq), 0) AS seq FROM audit_entries
      WHERE action = 'session.lock' OR (action IN ('session.unlock', 'session.unlock_with_recovery')
        AND seq < (SELECT max(seq) FROM audit_entries
          WHERE action IN ('session.unlock', 'session.unlock_with_recovery')))),
    ahead AS (SELECT max(seq) AS seq FROM audit_entries
      WHERE at > (SELECT at FROM audit_entries ORDER BY seq DESC LIMIT 1))
    SELECT a.seq, entry -> '$.clock' AS clock FROM audit_entries a
    WHERE a.seq > (SELECT min(session.seq, ifnull(ahead.seq, session.seq)) FROM session, ahead)
      AND entry -> '$.clock' IS NOT NULL
    ORDER BY a.seq`
  return select(db, sql)
    .all()
    .map(row => FindingRow.parse(row))
    .flatMap(({ seq, clock }) => {
      const { movedBackSeconds, offsetWas } = Clock.parse(clock)
      return [
        ...(movedBackSeconds === undefined ? [] : [{ code: 'moved_back' as const, seq, movedBackSeconds }]),
        ...(offsetWas === undefined ? [] : [{ code: 'offset_changed' as const, seq, offsetWas }]),
      ]
    })
}
