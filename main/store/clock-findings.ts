import { z } from 'zod'
import type { ClockFinding } from '#shared/core/signatures/record.ts'
import { type ReadableDb, select } from './connection.ts'

const FindingRow = z.object({
  seq: z.int(),
  clock: z.string().transform(text => JSON.parse(text) as unknown),
})
const Clock = z.object({ movedBackSeconds: z.number().optional(), offsetWas: z.string().optional() })

/** What the trail noticed of the clock since the session before this one ended. */
export function clockFindings(db: ReadableDb): z.infer<typeof ClockFinding>[] {
  // A crash leaves no entry about the end: then the unlock before this one is where the last session was.
  const sql = `SELECT seq, entry -> '$.clock' AS clock FROM audit_entries
    WHERE entry -> '$.clock' IS NOT NULL AND seq > ifnull((SELECT max(seq) FROM audit_entries
      WHERE action = 'session.lock' OR (action IN ('session.unlock', 'session.unlock_with_recovery')
        AND seq < (SELECT max(seq) FROM audit_entries
          WHERE action IN ('session.unlock', 'session.unlock_with_recovery')))), 0)
    ORDER BY seq`
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
