import { z } from 'zod'
import type { Sha256 } from '#shared/core/ids.ts'
import { GENESIS, linkHash, type TrailHead } from './audit-trail.ts'
import { type ReadableDb, select } from './connection.ts'
import { refusals } from './migrations/migration.ts'

/** What can be wrong with a trail, at the entry where it shows. `seq` 0 is the trail as a whole. */
const TrailProblem = z.object({
  seq: z.int().min(0),
  problem: z.enum([
    'edited',
    'entries_missing',
    'chain_broken',
    'tail_missing',
    'not_the_anchored_entry',
    'unprotected',
    // Found at an earlier opening, at the entry that says so.
    'trail_does_not_match_anchor',
    'trail_anchor_missing',
    'security_log_altered',
  ]),
})
type TrailProblem = z.infer<typeof TrailProblem>

/** The result of a verification; without problems the trail is whole up to `head`, and always was when opened. */
export interface TrailReport {
  readonly entries: number
  readonly head: Sha256 | null
  readonly problems: readonly TrailProblem[]
}

interface Link {
  readonly seq: number
  readonly entry: string
  readonly previous_hash: string
  readonly hash: string
}

/**
 * Recomputes the whole chain over the stored text and compares it with the anchor that was written outside the
 * database. Reads row by row: the memory it takes does not grow with the trail.
 */
export function verifyTrail(db: ReadableDb, anchor?: TrailHead): TrailReport {
  const problems: TrailProblem[] = isProtected(db) ? [] : [{ seq: 0, problem: 'unprotected' }]
  let entries = 0
  let last: { seq: number; hash: string } = { seq: 0, hash: GENESIS }
  const rows = select(db, 'SELECT seq, entry, previous_hash, hash FROM audit_entries ORDER BY seq').iterate()
  for (const row of rows) {
    // The columns' types are enforced by STRICT; a schema per row would triple the time.
    const link = row as Link
    const problem = problemOf(link, last)
    if (problem !== undefined) problems.push({ seq: link.seq, problem })
    if (link.seq === anchor?.seq && link.hash !== anchor.hash) {
      problems.push({ seq: link.seq, problem: 'not_the_anchored_entry' })
    }
    entries += 1
    last = link
  }
  if (anchor !== undefined && last.seq < anchor.seq)
    problems.push({ seq: anchor.seq, problem: 'tail_missing' })
  problems.push(...foundAtOpening(db))
  return { entries, head: entries === 0 ? null : (last.hash as Sha256), problems }
}

const FOUND_AT_OPENING = `
  SELECT seq, substr(action, 7) AS problem FROM audit_entries
  WHERE action IN ('trail.trail_does_not_match_anchor', 'trail.trail_anchor_missing')
  UNION ALL
  SELECT seq, 'security_log_altered' FROM audit_entries
  WHERE action = 'security_log.folded' AND json_array_length(entry, '$.newValue.problems') > 0
  ORDER BY seq`

/**
 * What earlier openings found amiss. Each of them wrote a new anchor, so that only its entry still tells of a trail
 * that was cut before.
 */
function foundAtOpening(db: ReadableDb): TrailProblem[] {
  return select(db, FOUND_AT_OPENING)
    .all()
    .map(row => TrailProblem.parse(row))
}

/** Whether some opening, this one included, found that the database may be another than the one it closed. */
export function isTrailInDoubt(db: ReadableDb): boolean {
  return foundAtOpening(db).some(({ problem }) => problem !== 'security_log_altered')
}

/** Whether the trail still leads to its anchor: quick, for every unlock. */
export function matchesAnchor(db: ReadableDb, anchor: TrailHead): boolean {
  const found = select(db, 'SELECT hash FROM audit_entries WHERE seq = ?').pluck().get(anchor.seq)
  return found === anchor.hash
}

function problemOf(link: Link, last: { seq: number; hash: string }): TrailProblem['problem'] | undefined {
  if (link.seq !== last.seq + 1) return 'entries_missing'
  if (link.previous_hash !== last.hash) return 'chain_broken'
  // The number stands in the hashed text as well, so that a renumbered entry is an edited one.
  const isWhole =
    linkHash(link.previous_hash, link.entry) === link.hash && link.entry.includes(`"seq":${link.seq},`)
  return isWhole ? undefined : 'edited'
}

/** Whether every table of records, for all are append-only, has its triggers, word for word. A draft is no record. */
function isProtected(db: ReadableDb): boolean {
  const names = (type: string, column: string) =>
    select(db, `SELECT ${column} FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all(type)
      .map(String)
  const triggers = new Set(names('trigger', 'sql'))
  const records = names('table', 'name').filter(table => table !== 'drafts')
  return records.every(table => refusals(table).every(sql => triggers.has(sql)))
}
