import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise } from 'yauzl'
import { AppError } from '#shared/api/errors.ts'
import { refused } from './table-limits.ts'

/** Unpacked bytes of all parts that are read together, and the parts of an archive. */
const MAXIMUM_BYTES = 128 * 1024 * 1024
const MAXIMUM_PARTS = 5000
/** What holds cells and how they are meant. Pictures, macros and what else there is stay packed. */
const READ =
  /^(?:\[Content_Types\]\.xml|xl\/[^/]+\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/

/**
 * The parts of a workbook (XLSX) that are read, by name. Refused where the archive is damaged, holds names that lead out
 * of it, has a part twice, is encrypted, or unpacks to more than it says or than is taken in.
 */
export async function workbookParts(bytes: Uint8Array, file: string): Promise<ReadonlyMap<string, Buffer>> {
  try {
    return await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), file)
  } catch (error) {
    if (error instanceof AppError) throw error
    const { payload } = refused(file, 'is damaged or no workbook; save it as .xlsx again')
    throw new AppError(payload, { cause: error })
  }
}

async function unpack(bytes: Buffer, file: string): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
  const parts = new Map<string, Buffer>()
  const names = new Set<string>()
  let left = MAXIMUM_BYTES
  for await (const entry of archive.eachEntry()) {
    checkEntry(entry, names, file)
    if (!READ.test(entry.fileName)) continue
    left -= entry.uncompressedSize
    if (left < 0) throw refused(file, `unpacks to more than ${MAXIMUM_BYTES / 1024 / 1024} MB; divide it`)
    parts.set(entry.fileName, await contentOf(await archive.openReadStreamPromise(entry), entry))
  }
  return parts
}

function checkEntry(entry: Entry, names: Set<string>, file: string): void {
  const name = entry.fileName.toLowerCase()
  if (names.has(name)) throw refused(file, 'has two parts of one name; save it as .xlsx again')
  names.add(name)
  if (names.size > MAXIMUM_PARTS)
    throw refused(file, `has more than ${MAXIMUM_PARTS} parts; it is no workbook that is read here`)
  if (entry.isEncrypted()) throw refused(file, 'is protected by a password; save it without one')
}

/** Never more than what the entry says: a lying size ends the reading, and so does a byte that was changed. */
async function contentOf(stream: AsyncIterable<Buffer>, entry: Entry): Promise<Buffer> {
  const content = Buffer.alloc(entry.uncompressedSize)
  let at = 0
  for await (const chunk of stream) {
    if (at + chunk.length > content.length) throw new Error('more bytes than the archive says')
    at += chunk.copy(content, at)
  }
  if (at < content.length || crc32(content) !== entry.crc32)
    throw new Error('other bytes than the archive says')
  return content
}
