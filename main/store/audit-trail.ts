import { hash } from 'node:crypto'
import { z } from 'zod'
import { Role } from '#shared/api/rights.ts'
import { Sha256, UserId } from '#shared/core/ids.ts'
import { canonicalJson } from './canonical-json.ts'
import { insert, type ReadableDb, select, type WritableDb } from './connection.ts'

/** What the clock did since the entry before: moved back, or another offset from UTC. */
const ClockFinding = z.strictObject({
  movedBackSeconds: z.number().optional(),
  offsetWas: z.string().optional(),
})

const Recorded = z.strictObject({
  /** UTC, as `Date.toISOString` writes it. */
  at: z.iso.datetime(),
  /** The site's offset at that time, such as `+08:00`. */
  offset: z.string(),
  /** Null where nobody was logged in. */
  userId: UserId.nullable(),
  role: Role.nullable(),
  action: z.string().min(1),
  subject: z.strictObject({ kind: z.string().min(1), id: z.string() }),
  field: z.string().optional(),
  oldValue: z.json().optional(),
  newValue: z.json().optional(),
  reason: z.string().optional(),
})

/** What happened, as the caller says it; number, clock finding and hash are the trail's to say. */
export type NewAuditEntry = Omit<z.infer<typeof Recorded>, 'oldValue' | 'newValue'> & {
  readonly oldValue?: unknown
  readonly newValue?: unknown
}

const StoredEntry = Recorded.extend({ seq: z.int().min(1), clock: ClockFinding.optional() })

/** One entry of the trail, with its place in the chain. */
export type AuditEntry = z.infer<typeof StoredEntry> & { readonly hash: Sha256 }

/** The last link of the chain. */
export interface TrailHead {
  readonly seq: number
  readonly hash: string
}

/** The previous hash of the first entry. */
export const GENESIS = Sha256.parse('0'.repeat(64))

const LastRow = z.object({ seq: z.int(), hash: Sha256, at: z.string(), offset: z.string() })
const LAST =
  "SELECT seq, hash, at, entry ->> '$.offset' AS offset FROM audit_entries ORDER BY seq DESC LIMIT 1"
const APPEND = 'INSERT INTO audit_entries (seq, entry, previous_hash, hash) VALUES (?, ?, ?, ?)'

/** Appends one entry; call it in the transaction of what it records. */
export function appendEntry(db: WritableDb, entry: NewAuditEntry): TrailHead {
  return trailWriter(db)(entry)
}

/** Appends entries one after the other in one transaction, in which nothing else appends. */
export function trailWriter(db: WritableDb): (entry: NewAuditEntry) => TrailHead {
  let last: z.infer<typeof LastRow> | undefined
  return entry => {
    last ??= lastEntry(db)
    const seq = (last?.seq ?? 0) + 1
    const clock = last && clockFinding(last, entry)
    const text = canonicalJson({ ...entry, seq, clock })
    const previous = last?.hash ?? GENESIS
    const head = { seq, hash: linkHash(previous, text) }
    insert(db, APPEND).run(seq, text, previous, head.hash)
    last = { ...head, at: entry.at, offset: entry.offset }
    return head
  }
}

function lastEntry(db: ReadableDb): z.infer<typeof LastRow> | undefined {
  const row = select(db, LAST).get()
  return row === undefined ? undefined : LastRow.parse(row)
}

/** SHA-256 over the previous hash and the stored text, so that verifying never serialises anything again. */
export function linkHash(previous: string, text: string): Sha256 {
  return hash('sha256', `${previous}\n${text}`, 'hex') as Sha256
}

/** The last entry's number and hash, or undefined for an empty trail. */
export function trailHead(db: ReadableDb): TrailHead | undefined {
  return lastEntry(db)
}

/** Which entries to read; days are UTC and both included. */
export interface EntryFilter {
  readonly afterSeq?: number | undefined
  readonly beforeSeq?: number | undefined
  readonly subject?: { readonly kind: string; readonly id?: string | undefined } | undefined
  /** The path of a field, or the start of one. */
  readonly field?: string | undefined
  readonly action?: string | undefined
  readonly userId?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly newestFirst?: boolean | undefined
  readonly limit?: number | undefined
}

const EntryRow = z.object({ entry: z.string(), hash: Sha256 })

/** Entries in the order of their numbers. The database may not be written while the iterator is open. */
export function* listEntries(db: ReadableDb, filter: EntryFilter = {}): Generator<AuditEntry> {
  const { where, order, values } = filtered(filter)
  const sql = `SELECT entry, hash FROM audit_entries ${where} ${order}`
  for (const row of select(db, sql).iterate(...values)) {
    const { entry, hash } = EntryRow.parse(row)
    yield { ...StoredEntry.parse(JSON.parse(entry)), hash }
  }
}

/** An entry with its place in the chain, as it lies there. */
export interface RawEntry {
  readonly seq: number
  /** The stored text: what the hash is over. */
  readonly entry: string
  readonly previousHash: string
  readonly hash: string
}

/** Entries as they are stored, to be handed on whole. */
export function* rawEntries(db: ReadableDb, filter: EntryFilter = {}): Generator<RawEntry> {
  const { where, order, values } = filtered(filter)
  const sql = `SELECT seq, entry, previous_hash AS previousHash, hash FROM audit_entries ${where} ${order}`
  for (const row of select(db, sql).iterate(...values)) yield row as RawEntry
}

/** How many entries there are. */
export function countEntries(db: ReadableDb, filter: EntryFilter = {}): number {
  const { where, values } = filtered(filter)
  return z.int().parse(
    select(db, `SELECT count(*) FROM audit_entries ${where}`)
      .pluck()
      .get(...values.slice(0, -1)),
  )
}

/** Everything that was ever done, by name. */
export function recordedActions(db: ReadableDb): string[] {
  const sql = 'SELECT DISTINCT action FROM audit_entries ORDER BY action'
  return z.array(z.string()).parse(select(db, sql).pluck().all())
}

/** The conditions come from a closed list, so that at most a few dozen texts are ever prepared. */
function filtered(filter: EntryFilter): { where: string; order: string; values: (string | number)[] } {
  const conditions: [string, string | number | undefined][] = [
    ['seq > ?', filter.afterSeq],
    ['seq < ?', filter.beforeSeq],
    ['subject_kind = ?', filter.subject?.kind],
    ['subject_id = ?', filter.subject?.id],
    ["instr(entry ->> '$.field', ?) = 1", filter.field],
    ['action = ?', filter.action],
    ['user_id = ?', filter.userId],
    ['at >= ?', filter.from],
    // '~' sorts after every character of a time of that day.
    ['at <= ?', filter.to === undefined ? undefined : `${filter.to}~`],
  ]
  const used = conditions.flatMap(([text, value]) => (value === undefined ? [] : [{ text, value }]))
  const where = used.length === 0 ? '' : `WHERE ${used.map(({ text }) => text).join(' AND ')}`
  const order = `ORDER BY seq ${filter.newestFirst ? 'DESC' : 'ASC'} LIMIT ?`
  return { where, order, values: [...used.map(({ value }) => value), filter.limit ?? -1] }
}

function clockFinding(last: z.infer<typeof LastRow>, { at, offset }: NewAuditEntry) {
  const movedBackSeconds = (Date.parse(last.at) - Date.parse(at)) / 1000
  const found = {
    ...(movedBackSeconds > 0 ? { movedBackSeconds } : {}),
    ...(last.offset === offset ? {} : { offsetWas: last.offset }),
  }
  return Object.keys(found).length === 0 ? undefined : found
}
