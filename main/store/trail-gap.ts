import { z } from 'zod'
import { type TrailHead, trailHead } from './audit-trail.ts'
import { type ReadableDb, select } from './connection.ts'
import { matchesAnchor } from './verify-trail.ts'

const Gap = z.object({ entries: z.int().min(0), from: z.string().nullable(), to: z.string().nullable() })
const Action = z.object({ action: z.string(), count: z.int() })

/** What a trail holds after an entry: how much, from when to when (UTC), and what was done how often, most often first. */
export interface TrailGap extends z.infer<typeof Gap> {
  readonly actions: z.infer<typeof Action>[]
}

/** Everything that a trail holds after `seq`. */
export function gapAfter(db: ReadableDb, seq: number): TrailGap {
  const gap =
    'SELECT count(*) AS entries, min(at) AS "from", max(at) AS "to" FROM audit_entries WHERE seq > ?'
  const actions = `SELECT action, count(*) AS count FROM audit_entries WHERE seq > ?
    GROUP BY action ORDER BY count DESC, action`
  return {
    ...Gap.parse(select(db, gap).get(seq)),
    actions: z.array(Action).parse(select(db, actions).all(seq)),
  }
}

/** The last entry that two trails have in common; 0 where they have none. Each hash stands for everything before it. */
export function lastInCommon(one: ReadableDb, other: ReadableDb): number {
  let [low, high] = [0, Math.min(trailHead(one)?.seq ?? 0, trailHead(other)?.seq ?? 0)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (matchesAnchor(one, headAt(other, middle))) low = middle
    else high = middle - 1
  }
  return low
}

function headAt(db: ReadableDb, seq: number): TrailHead {
  const hash = select(db, 'SELECT hash FROM audit_entries WHERE seq = ?').pluck().get(seq)
  return { seq, hash: z.string().parse(hash ?? '') }
}
