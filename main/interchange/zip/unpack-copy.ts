import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Entry, ZipFile } from 'yauzl'
import { OWNER_ONLY } from '#main/store/files.ts'
import { eachPiece, type Span } from '#main/store/pieces.ts'
import {
  CONTENT,
  COPY_NAMES,
  type CopyFile,
  parseCopyFile,
  refusedCopy,
} from '#main/store/site-copy/copy-file.ts'
import type { Step } from '#main/store/site-copy/file-entry.ts'
import { withZip } from './open-zip.ts'

/** Far more than the description of any copy: about 5 KB. */
const LONGEST_CONTENT = 1024 * 1024
const DAMAGED = 'is damaged or incomplete; carry it over again'

/**
 * What a file says that it is a copy of, without unpacking anything else: signed by the store that made it, and with the
 * parts that it lists, as long as it says. Throws `invalid_file` for anything else. Whether its parts are whole,
 * `unpackCopy` tells.
 */
export async function readPackedCopy(file: string): Promise<CopyFile> {
  return withZip(file, async zip => (await describe(zip)).copy)
}

/**
 * Unpacks a copy into an empty folder: what is there afterwards is, byte by byte, what the store that made it signed. Not
 * flushed to the disk. Throws `invalid_file`; whatever was unpacked by then is the caller's to remove.
 */
export function unpackCopy(file: string, folder: string, step: Step): Promise<CopyFile> {
  return withZip(file, async zip => {
    const { copy, text, entries } = await describe(zip)
    const total = copy.files.reduce((sum, { bytes }) => sum + bytes, 0)
    const from = await open(file, 'r')
    let before = 0
    try {
      for (const { path, bytes, sha256 } of copy.files) {
        const span = { start: await startOf(zip, entries.get(path)), bytes }
        const done = before
        const found = await unpackPart({ from, span, to: join(folder, path) }, part =>
          step(done + part, total),
        )
        if (found !== sha256)
          throw refusedCopy(path, 'is damaged: it is not what the copy says of it; carry the copy over again')
        before += bytes
      }
    } finally {
      await from.close()
    }
    writeFileSync(join(folder, CONTENT), text, { flag: 'wx', mode: OWNER_ONLY })
    return copy
  })
}

interface Described {
  readonly copy: CopyFile
  /** As it stands in the file. */
  readonly text: Buffer
  readonly entries: ReadonlyMap<string, Entry>
}

async function describe(zip: ZipFile): Promise<Described> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (!COPY_NAMES.includes(entry.fileName) || entries.has(entry.fileName))
      throw refusedCopy('', 'has a file in it that is no part of one')
    if (entry.compressionMethod !== 0) throw refusedCopy('', 'is larger than it may be')
    entries.set(entry.fileName, entry)
  }
  const content = entries.get(CONTENT)
  if (content === undefined) throw refusedCopy(CONTENT, 'is missing; this is no complete copy of a site')
  if (content.uncompressedSize > LONGEST_CONTENT) throw refusedCopy('', 'is larger than it may be')
  const text = await buffer(await zip.openReadStreamPromise(content))
  const copy = parseCopyFile(String(text))
  const isAsSaid = copy.files.every(({ path, bytes }) => entries.get(path)?.uncompressedSize === bytes)
  if (!isAsSaid || entries.size !== copy.files.length + 1) throw refusedCopy('', DAMAGED)
  return { copy, text, entries }
}

async function startOf(zip: ZipFile, entry: Entry | undefined): Promise<number> {
  if (entry === undefined) throw refusedCopy('', DAMAGED)
  return (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart
}

interface Unpacking {
  readonly from: FileHandle
  readonly span: Span
  readonly to: string
}

/** Answers the SHA-256 of what was written. */
async function unpackPart(
  { from, span, to }: Unpacking,
  step: (done: number) => Promise<void>,
): Promise<string> {
  const sha256 = createHash('sha256')
  const target = await open(to, 'wx', OWNER_ONLY)
  let done = 0
  try {
    await eachPiece(from, span, async piece => {
      const writing = target.appendFile(piece)
      sha256.update(piece)
      done += piece.length
      await writing
      await step(done)
    })
    return sha256.digest('hex')
  } finally {
    await target.close()
  }
}
