import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { Sha256 } from '#shared/core/ids.ts'
import { type TrailHead, trailHead } from './audit-trail.ts'
import type { ReadableDb } from './connection.ts'
import { OWNER_ONLY, readIfPresent, storeFiles, writeAtomically } from './files.ts'
import { troubleOf } from './place-failure.ts'
import type { StoreKey } from './store-key.ts'

const Anchor = z.strictObject({
  format: z.literal(1),
  seq: z.int().min(1),
  hash: Sha256,
  /** How many records there were, where they were counted. */
  rows: z.int().min(1).optional(),
  mac: z.string(),
})
const PURPOSE = 'trail-anchor'
const ENTRIES_BETWEEN_ANCHORS = 100

/** A head with the records that there were then, where they were counted. */
interface Counted {
  readonly rows?: number | undefined
}

/** What the anchor file says; `forged` covers a damaged one as well. */
export type AnchorState =
  | { readonly state: 'missing' }
  | { readonly state: 'forged' }
  | {
      readonly state: 'good'
      readonly head: TrailHead
      /** How many records the store had at least, where that is known. */
      readonly rows?: number | undefined
    }

/**
 * Notes the head of the trail outside the database, under an HMAC of the store key, so that a cut tail or an older
 * database put back is found. Write it at unlock, lock and close and every hundred entries or so; only after the commit: an anchor ahead of the trail would be a false alarm.
 */
export function writeAnchor(directory: string, key: StoreKey, head: TrailHead & Counted): void {
  writeAtomically(storeFiles(directory).anchor, anchorText(key, head))
}

/**
 * Reads the anchor, or the note of the last commit where that knows more; a missing or forged anchor is an answer to be
 * reported, not an error.
 */
export function readAnchor(directory: string, key: StoreKey): AnchorState {
  const { anchor, lastCommit } = storeFiles(directory)
  const anchored = readHead(anchor, key)
  if (anchored.state !== 'good') return anchored
  const noted = readHead(lastCommit, key)
  const isNewer = noted.state === 'good' && noted.head.seq > anchored.head.seq
  return isNewer ? { ...anchored, head: noted.head } : anchored
}

/**
 * After a commit: writes the anchor if enough was appended since `anchoredSeq`, else a note that waits for no disk;
 * answers where the anchor stands now. A disk that takes neither fails nothing: what was committed is saved, and the next
 * commit tries again.
 */
export function advanceAnchor(db: ReadableDb, directory: string, key: StoreKey, anchoredSeq: number): number {
  const head = trailHead(db)
  if (head === undefined) return anchoredSeq
  const isDue = head.seq - anchoredSeq >= ENTRIES_BETWEEN_ANCHORS
  try {
    if (isDue) writeAnchor(directory, key, head)
    else noteCommit(directory, key, head)
    return isDue ? head.seq : anchoredSeq
  } catch (error) {
    if (troubleOf(error) === undefined) throw error
    return anchoredSeq
  }
}

/**
 * Notes each commit beside the database: SQLite takes a WAL up to its first damaged page for all that there was, and
 * between two anchors nothing else would know of the entries behind it. Written after the WAL was flushed, so that it is
 * never ahead; torn or stale by a crash, it says less or nothing.
 */
function noteCommit(directory: string, key: StoreKey, head: TrailHead): void {
  writeFileSync(storeFiles(directory).lastCommit, anchorText(key, head), { mode: OWNER_ONLY })
}

function anchorText(key: StoreKey, head: TrailHead & Counted): string {
  const { seq, hash, rows } = head
  return `${JSON.stringify({ format: 1, seq, hash, rows, mac: key.mac(PURPOSE, textOf(head)) })}\n`
}

function readHead(file: string, key: StoreKey): AnchorState {
  const text = readIfPresent(file)
  if (text === undefined) return { state: 'missing' }
  const anchor = parse(text)
  if (anchor === undefined || !key.hasMac(PURPOSE, textOf(anchor), anchor.mac)) return { state: 'forged' }
  const { seq, hash, rows } = anchor
  return { state: 'good', head: { seq, hash }, ...(rows === undefined ? {} : { rows }) }
}

function textOf({ seq, hash, rows }: TrailHead & Counted): string {
  return rows === undefined ? `${seq}|${hash}` : `${seq}|${hash}|${rows}`
}

function parse(text: string): z.infer<typeof Anchor> | undefined {
  try {
    return Anchor.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
