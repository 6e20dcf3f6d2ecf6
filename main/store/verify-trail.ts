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
    // A signed record holds another entry under this number, or one that is not there any more.
    'not_the_signed_entry',
    'signed_entry_missing',
    'unprotected',
    // Found at an earlier opening, at the entry that says so.
    'trail_does_not_match_anchor',
    'trail_anchor_missing',
    'backup_is_ahead',
    'security_log_altered',
  ]),
})
type TrailProblem = z.infer<typeof TrailProblem>

/** The result of a verification; without problems the trail is whole up to `head`, and always was when opened. */
export interface TrailReport {
  /** How many were read; all of them, where no part was asked for. */
  readonly entries: number
  readonly head: Sha256 | null
  readonly problems: readonly TrailProblem[]
  /** Entries among them that say that the clock moved. */
  readonly clockFindings: number
  /** Heads held by signatures that were compared with them. */
  readonly anchoredBySignatures: number
  /** Where the next part begins; null at the end. */
  readonly next: TrailPlace | null
}

/** An entry after which a verification goes on. */
interface TrailPlace {
  readonly seq: number
  readonly hash: Sha256
}

/** Which part is verified, and against what. */
export interface TrailCheck {
  /** Of the anchor outside the database. */
  readonly anchor?: TrailHead | undefined
  /** Of the signatures, by their number. */
  readonly signed?: readonly TrailHead[] | undefined
  readonly from?: TrailPlace | undefined
  readonly limit?: number | undefined
}

interface Link {
  readonly seq: number
  readonly entry: string
  readonly previous_hash: string
  readonly hash: string
  /** 1 where the clock moved before it. */
  readonly clock: 0 | 1
}

/**
 * Recomputes the chain over the stored text and compares it with the anchor that was written outside the database and
 * with every head that a signature holds. Reads row by row: the memory it takes does not grow with the trail.
 */
export function verifyTrail(db: ReadableDb, check: TrailCheck = {}): TrailReport {
  const { from, limit, anchor, signed = [] } = check
  const begin: TrailPlace = from ?? { seq: 0, hash: GENESIS }
  const problems: TrailProblem[] = from !== undefined || isProtected(db) ? [] : [unprotected]
  const anchors = new Map(signed.map(({ seq }) => [seq, signed.filter(head => head.seq === seq)]))
  let [entries, clockFindings, anchoredBySignatures] = [0, 0, 0]
  let last: { seq: number; hash: string } = begin
  for (const link of linksAfter(db, begin.seq, limit)) {
    const problem = problemOf(link, last)
    if (problem !== undefined) problems.push({ seq: link.seq, problem })
    const held = anchors.get(link.seq) ?? []
    problems.push(...contradictions(link, anchor, held))
    anchoredBySignatures += held.length
    clockFindings += link.clock
    entries += 1
    last = link
  }
  const next = limit !== undefined && entries === limit ? { ...last, hash: last.hash as Sha256 } : null
  if (next === null) problems.push(...missingAfter(last.seq, anchor, signed), ...foundAtOpening(db))
  const head = last.seq === 0 ? null : (last.hash as Sha256)
  const found = { entries, head, problems, clockFindings, anchoredBySignatures }
  return { ...found, next: next && { seq: next.seq, hash: next.hash } }
}

const unprotected: TrailProblem = { seq: 0, problem: 'unprotected' }

function linksAfter(db: ReadableDb, seq: number, limit = -1): Iterable<Link> {
  const sql = `SELECT seq, entry, previous_hash, hash, entry -> '$.clock' IS NOT NULL AS clock
    FROM audit_entries WHERE seq > ? ORDER BY seq LIMIT ?`
  // The columns' types are enforced by STRICT; a schema per row would triple the time.
  return select(db, sql).iterate(seq, limit) as Iterable<Link>
}

function contradictions(
  link: Link,
  anchor: TrailHead | undefined,
  held: readonly TrailHead[],
): TrailProblem[] {
  const isAnchored = link.seq === anchor?.seq && link.hash !== anchor.hash
  return [
    ...(isAnchored ? [{ seq: link.seq, problem: 'not_the_anchored_entry' as const }] : []),
    ...(held.some(({ hash }) => hash !== link.hash)
      ? [{ seq: link.seq, problem: 'not_the_signed_entry' as const }]
      : []),
  ]
}

/** What anchor and signatures know of and the trail no longer has. */
function missingAfter(
  seq: number,
  anchor: TrailHead | undefined,
  signed: readonly TrailHead[],
): TrailProblem[] {
  const cut = anchor !== undefined && seq < anchor.seq
  const beyond = new Set(signed.filter(head => head.seq > seq).map(head => head.seq))
  return [
    ...(cut ? [{ seq: anchor.seq, problem: 'tail_missing' as const }] : []),
    ...[...beyond].map(missing => ({ seq: missing, problem: 'signed_entry_missing' as const })),
  ]
}

const ACKNOWLEDGED = 'trail.acknowledge'
const FOUND_AT_OPENING = `
  WITH found AS (
    SELECT seq, substr(action, 7) AS problem FROM audit_entries
    WHERE action IN ('trail.trail_does_not_match_anchor', 'trail.trail_anchor_missing', 'trail.backup_is_ahead')
    UNION ALL
    SELECT seq, 'security_log_altered' FROM audit_entries
    WHERE action = 'security_log.folded' AND json_array_length(entry, '$.newValue.problems') > 0
  )
  SELECT seq, problem FROM found WHERE CAST(seq AS TEXT) NOT IN (
    SELECT subject_id FROM audit_entries WHERE action = '${ACKNOWLEDGED}' AND subject_kind = 'trail')
  ORDER BY seq`

/**
 * What earlier openings found amiss and nobody has acknowledged. Each of them wrote a new anchor, so that only its entry
 * still tells of a trail that was cut before.
 */
export function foundAtOpening(db: ReadableDb): TrailProblem[] {
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
