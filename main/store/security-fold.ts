import { z } from 'zod'
import type { NewAuditEntry } from './audit-trail.ts'
import { type ReadableDb, select } from './connection.ts'
import { LOG_START, LogHead, type LogProblem, readUnfolded } from './security-log.ts'

const FOLD = { action: 'security_log.folded', subject: { kind: 'security_log', id: 'fold' } } as const

const Folded = z.object({ newValue: z.object({ head: LogHead }) })

/** What the trail should say of the security log; the caller adds who and when. */
export type FoldNote = Pick<NewAuditEntry, 'action' | 'subject' | 'newValue'>

/**
 * The events since the last fold as notes for the trail, the last of them the fold itself with the log's head. A log
 * that was shortened or edited since is named there and in `problems`. Empty when there is nothing new.
 */
export function foldSecurityLog(
  db: ReadableDb,
  directory: string,
): { notes: FoldNote[]; problems: LogProblem[] } {
  const folded = foldedUpTo(db)
  const { lines, head, problems } = readUnfolded(directory, folded)
  if (lines.length === 0 && problems.length === 0 && folded.seq > 0) return { notes: [], problems }
  const notes: FoldNote[] = lines.map(({ seq, hash: _hash, previous: _previous, event, ...rest }) => ({
    action: `security.${event}`,
    subject: { kind: 'security_log', id: String(seq) },
    newValue: rest,
  }))
  return { notes: [...notes, { ...FOLD, newValue: { head, problems } }], problems }
}

/** How much of the log the trail has. */
export function foldedUpTo(db: ReadableDb): LogHead {
  const sql = `SELECT entry FROM audit_entries WHERE subject_kind = ? AND subject_id = ? AND action = ?
    ORDER BY seq DESC LIMIT 1`
  const text = select(db, sql).pluck().get(FOLD.subject.kind, FOLD.subject.id, FOLD.action)
  return text === undefined ? LOG_START : Folded.parse(JSON.parse(z.string().parse(text))).newValue.head
}
