import { statSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import type { Entry } from 'yauzl'
import {
  CONTENT,
  COPY_NAMES,
  type CopyFile,
  parseCopyFile,
  refusedCopy,
} from '#main/store/site-copy/copy-file.ts'
import type { Step } from '#main/store/site-copy/file-entry.ts'
import { readSiteCopy } from '#main/store/site-copy/read-site-copy.ts'
import { extractZip, withZip } from './extract-zip.ts'

/** Far more than the description of any copy: about 5 KB. */
const LONGEST_CONTENT = 1024 * 1024

/**
 * What a file says that it is a copy of, without unpacking anything else: signed by the store that made it, and with the
 * parts that it lists, as long as it says. Throws `invalid_file` for anything else. Whether its parts are whole,
 * `unpackCopy` tells.
 */
export async function readPackedCopy(file: string): Promise<CopyFile> {
  return withZip(file, async zip => {
    const sizes = new Map<string, number>()
    let content: Entry | undefined
    for await (const entry of zip.eachEntry()) {
      if (!COPY_NAMES.includes(entry.fileName) || sizes.has(entry.fileName))
        throw refusedCopy('', 'has a file in it that is no part of one')
      if (entry.fileName === CONTENT) content = entry
      sizes.set(entry.fileName, entry.uncompressedSize)
    }
    if (content === undefined) throw refusedCopy(CONTENT, 'is missing; this is no complete copy of a site')
    if (content.uncompressedSize > LONGEST_CONTENT || content.compressionMethod !== 0)
      throw refusedCopy('', 'is larger than it may be')
    const copy = parseCopyFile(String(await buffer(await zip.openReadStreamPromise(content))))
    const short = copy.files.find(({ path, bytes }) => sizes.get(path) !== bytes)
    if (short !== undefined || sizes.size !== copy.files.length + 1)
      throw refusedCopy('', 'is damaged or incomplete; carry it over again')
    return copy
  })
}

/**
 * Unpacks a copy into an empty folder and reads each part again: what is there afterwards is what the store that made it
 * signed. Not flushed to the disk. Throws `invalid_file`; whatever was unpacked by then is the caller's to remove.
 */
export async function unpackCopy(file: string, folder: string, step: Step): Promise<CopyFile> {
  const bytes = statSync(file).size
  const unpacking: Step = (done, total) => step(done, total * 2)
  await extractZip(file, folder, { names: COPY_NAMES, bytes, step: unpacking })
  return readSiteCopy(folder, (done, total) => step(total + done, total * 2))
}
