import { z } from 'zod'
import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import { type Subtle, sha256Of, utf8, utf8Text } from '../bytes.ts'
import { type Finding, finding } from '../findings.ts'
import type { GivenFile } from './archive.ts'

const TRAIL = 'audit-trail.jsonl'

/** One line of an exported trail; a name that was withheld takes its hashes with it. */
const Line = z.object({
  seq: z.int(),
  entry: z.string(),
  previousHash: z.string().optional(),
  hash: z.string().optional(),
})
type Line = z.infer<typeof Line>

const GENESIS = '0'.repeat(64)
const LINE_FEED = 0x0a

/** Of a dossier of the whole site: whether its trail is one chain, up to the entry that the signed list names. */
export async function trailFindings(
  files: ReadonlyMap<string, GivenFile>,
  { trail }: ExportManifest,
  { subtle }: { readonly subtle: Subtle },
): Promise<Finding[]> {
  const file = files.get(TRAIL)
  if (file === undefined) return []
  let before: Line = { seq: 0, entry: '', hash: GENESIS }
  for (const text of linesOf(await file.read())) {
    const line = parsed(text)
    if (line === undefined || !(await follows(line, before, subtle)))
      return [finding('trail_broken', before.seq + 1)]
    before = line
  }
  const isWhole = before.seq === trail.seq && before.hash === trail.hash
  return [isWhole ? finding('trail_holds', before.seq) : finding('trail_broken', trail.seq)]
}

async function follows(
  { seq, entry, previousHash, hash }: Line,
  before: Line,
  subtle: Subtle,
): Promise<boolean> {
  if (seq !== before.seq + 1) return false
  if (previousHash === undefined || hash === undefined) return true
  if (before.hash !== undefined && previousHash !== before.hash) return false
  return (await sha256Of(utf8(`${previousHash}\n${entry}`), subtle)) === hash
}

/** One after the other: a trail of years is large. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start)
    const end = found === -1 ? bytes.length : found
    if (end > start) yield bytes.subarray(start, end)
    start = end + 1
  }
}

function parsed(line: Uint8Array): Line | undefined {
  try {
    return Line.parse(JSON.parse(utf8Text(line)))
  } catch {
    return undefined
  }
}
