import type { LocalizedText } from '#shared/core/text.ts'
import { utf8Text } from '../bytes.ts'
import type { Inflate } from '../pdf/record.ts'
import { archiveProblems } from './archive-problems.ts'
import { isSafePath, nameKey } from './paths.ts'

/** A ZIP that is not as Lobule writes it, or hostile. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable'
  readonly what: LocalizedText
  constructor(what: keyof typeof archiveProblems) {
    super(what)
    this.what = archiveProblems[what]
  }
}

/** A file as whoever verifies has it: in a folder, or in a ZIP. */
export interface GivenFile {
  /** `/` between its parts. */
  readonly path: string
  read(): Promise<Uint8Array>
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const MOST_FILES = 20_000
/** Of one file, and of all together. */
const MOST_BYTES = 2 ** 30

interface Entry {
  readonly path: string
  readonly method: number
  readonly packed: number
  readonly bytes: number
  readonly offset: number
}

/**
 * The files of a ZIP, each unpacked where it is read. Throws `ArchiveUnreadable` for what is torn, encrypted, larger
 * than it may be, or names its files in a way that could lead out of a folder or mean two of them.
 */
export function readArchive(zip: Uint8Array, inflateRaw: Inflate): GivenFile[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const { entries, end } = directoryOf(view)
  refuseNames(entries)
  const placed = entries.map(entry => ({ entry, start: dataStart(view, entry) }))
  refuseGaps(placed, end)
  return placed
    .filter(({ entry: { path } }) => !path.endsWith('/'))
    .map(({ entry, start }) => ({
      path: entry.path,
      read: () => unpack(zip.subarray(start, start + entry.packed), entry, inflateRaw),
    }))
}

async function unpack(
  packed: Uint8Array,
  { method, bytes }: Entry,
  inflateRaw: Inflate,
): Promise<Uint8Array> {
  if (method === 0) return packed
  let content: Uint8Array
  try {
    content = await inflateRaw(packed, bytes)
  } catch {
    throw new ArchiveUnreadable('torn')
  }
  if (content.length !== bytes) throw new ArchiveUnreadable('torn')
  return content
}

/** The entries, and where the files end and the list of them begins. */
function directoryOf(view: DataView): { entries: Entry[]; end: number } {
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (count > MOST_FILES) throw new ArchiveUnreadable('too_large')
  const entries: Entry[] = []
  let at = start
  for (let number = 0; number < count; number += 1) {
    const { entry, next } = entryAt(view, at, end)
    entries.push(entry)
    at = next
  }
  // What stands between would be an entry that nobody counted.
  if (at !== end) throw new ArchiveUnreadable('torn')
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES)
    throw new ArchiveUnreadable('too_large')
  return { entries, end: start }
}

/** The record that ends a ZIP: nothing but its own comment may follow. */
function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END) continue
    if (at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength) return at
  }
  throw new ArchiveUnreadable('torn')
}

function entryAt(view: DataView, at: number, end: number): { entry: Entry; next: number } {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new ArchiveUnreadable('torn')
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  if ((flags & 1) !== 0) throw new ArchiveUnreadable('encrypted')
  if (method !== 0 && method !== 8) throw new ArchiveUnreadable('packed_otherwise')
  const packed = view.getUint32(at + 20, true)
  const bytes = view.getUint32(at + 24, true)
  const [name, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ]
  const next = at + 46 + name + extra + comment
  if (next > end || (method === 0 && packed !== bytes)) throw new ArchiveUnreadable('torn')
  const path = nameAt(view, at + 46, name)
  return { entry: { path, method, packed, bytes, offset: view.getUint32(at + 42, true) }, next }
}

function nameAt(view: DataView, at: number, length: number): string {
  try {
    return utf8Text(new Uint8Array(view.buffer, view.byteOffset + at, length))
  } catch {
    throw new ArchiveUnreadable('names')
  }
}

/** Where a file's own bytes begin, by its local header, which has to name the same file. */
function dataStart(view: DataView, { offset, packed, path }: Entry): number {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL)
    throw new ArchiveUnreadable('torn')
  const name = view.getUint16(offset + 26, true)
  const start = offset + 30 + name + view.getUint16(offset + 28, true)
  if (start + packed > view.byteLength) throw new ArchiveUnreadable('torn')
  if (nameAt(view, offset + 30, name) !== path) throw new ArchiveUnreadable('names')
  return start
}

function refuseNames(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const { path, bytes } of entries) {
    const key = nameKey(path)
    if (!isSafePath(path.replace(/\/$/, '')) || seen.has(key)) throw new ArchiveUnreadable('names')
    if (path.endsWith('/') && bytes > 0) throw new ArchiveUnreadable('names')
    seen.add(key)
  }
}

/** The header of a file's own is no shorter; what follows a file, its sizes once more, is shorter than that. */
const LOCAL_BYTES = 30

/**
 * Entries that share bytes unpack to far more than the ZIP holds; between them may lie a file that the list does not
 * name, which programs that read a ZIP from its beginning unpack all the same.
 */
function refuseGaps(placed: readonly { readonly entry: Entry; readonly start: number }[], end: number): void {
  let free = 0
  const refuse = (next: number) => {
    if (next < free || next - free >= LOCAL_BYTES) throw new ArchiveUnreadable('torn')
  }
  for (const { entry, start } of placed.toSorted((a, b) => a.entry.offset - b.entry.offset)) {
    refuse(entry.offset)
    free = start + entry.packed
  }
  refuse(end)
}
