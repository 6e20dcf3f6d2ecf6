import { z } from 'zod'
import { Sha256 } from '#shared/core/ids.ts'
import { type TrailHead, trailHead } from './audit-trail.ts'
import type { ReadableDb } from './connection.ts'
import { readIfPresent, storeFiles, writeAtomically } from './files.ts'
import type { StoreKey } from './store-key.ts'

const Anchor = z.strictObject({ format: z.literal(1), seq: z.int().min(1), hash: Sha256, mac: z.string() })
const PURPOSE = 'trail-anchor'
const ENTRIES_BETWEEN_ANCHORS = 100

/** What the anchor file says; `forged` covers a damaged one as well. */
export type AnchorState =
  | { readonly state: 'missing' }
  | { readonly state: 'forged' }
  | { readonly state: 'good'; readonly head: TrailHead }

/**
 * Notes the head of the trail outside the database, under an HMAC of the store key, so that a cut tail or an older
 * database put back is found. Write it at unlock, lock and close and every hundred entries or so; only after the commit: an anchor ahead of the trail would be a false alarm.
 */
export function writeAnchor(directory: string, key: StoreKey, head: TrailHead): void {
  const { seq, hash } = head
  const anchor = { format: 1, seq, hash, mac: key.mac(PURPOSE, textOf(head)) }
  writeAtomically(storeFiles(directory).anchor, `${JSON.stringify(anchor)}\n`)
}

/** Reads the anchor; a missing or forged one is an answer to be reported, not an error. */
export function readAnchor(directory: string, key: StoreKey): AnchorState {
  const text = readIfPresent(storeFiles(directory).anchor)
  if (text === undefined) return { state: 'missing' }
  const anchor = parse(text)
  if (anchor === undefined || !key.hasMac(PURPOSE, textOf(anchor), anchor.mac)) return { state: 'forged' }
  return { state: 'good', head: { seq: anchor.seq, hash: anchor.hash } }
}

/** After a commit: writes the anchor if enough was appended since `anchoredSeq`; answers where it stands now. */
export function advanceAnchor(db: ReadableDb, directory: string, key: StoreKey, anchoredSeq: number): number {
  const head = trailHead(db)
  if (head === undefined || head.seq - anchoredSeq < ENTRIES_BETWEEN_ANCHORS) return anchoredSeq
  writeAnchor(directory, key, head)
  return head.seq
}

function textOf({ seq, hash }: TrailHead): string {
  return `${seq}|${hash}`
}

function parse(text: string): z.infer<typeof Anchor> | undefined {
  try {
    return Anchor.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
