import { z } from 'zod'
import type { ExportManifest } from '#shared/core/documents/export-manifest.ts'
import { type Subtle, sha256Of, utf8, utf8Text } from '../bytes.ts'
import { type Finding, finding } from '../findings.ts'
import type { GivenFile } from './archive.ts'

const TRAIL = 'audit-trail.jsonl'

/** One line of an exported trail; a full name that was withheld takes its hashes with it. */
const Line = z.object({
  seq: z.int(),
  withheld: z.literal('full name').optional(),
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
  let withheld = 0
  for (const text of linesOf(await file.read())) {
    const line = parsed(text)
    if (line === undefined || !(await follows(line, before, subtle)))
      return [finding('trail_broken', before.seq + 1)]
    before = line
    if (line.withheld !== undefined) withheld += 1
  }
  const isWhole = before.seq === trail.seq && before.hash === trail.hash
  return [isWhole ? finding('trail_holds', before.seq, withheld) : finding('trail_broken', trail.seq)]
}

async function follows(line: Line, before: Line, subtle: Subtle): Promise<boolean> {
  const { seq, entry, previousHash, hash } = line
  if (seq !== before.seq + 1) return false
  if (line.withheld !== undefined) return hash === undefined && isNameWithoutValues(entry)
  if (hash === undefined) return false
  // The hash before is the withheld one: this entry cannot be checked, and says so by having none.
  if (previousHash === undefined) return before.withheld !== undefined
  if (previousHash !== before.hash) return false
  return (await sha256Of(utf8(`${previousHash}\n${entry}`), subtle)) === hash
}

/** Nothing but a full name is ever withheld: any other entry without its hash was made up or altered. */
function isNameWithoutValues(entry: string): boolean {
  const { success } = WithheldEntry.safeParse(parsedJson(entry))
  return success
}

const WithheldEntry = z.looseObject({
  field: z.literal('fullName'),
  oldValue: z.undefined().optional(),
  newValue: z.undefined().optional(),
})

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
  return Line.safeParse(parsedJson(line)).data
}

function parsedJson(text: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : utf8Text(text))
  } catch {
    return undefined
  }
}
