import { hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { OWNER_ONLY, storeFiles } from '#main/store/files.ts'
import { type CopyFile, refusedCopy } from '#main/store/site-copy/copy-file.ts'
import { withZip } from './open-zip.ts'

const KEYRING = basename(storeFiles('.').keyring)
/** A keyring of a thousand users. */
const LONGEST = 1024 * 1024

/** Unpacks the keys of a copy alone: whether a secret opens it is told before a whole store was unpacked. */
export function unpackKeyring(file: string, { files }: CopyFile, folder: string): Promise<void> {
  return withZip(file, async zip => {
    const listed = files.find(({ path }) => path === KEYRING)
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== KEYRING) continue
      if (entry.uncompressedSize > LONGEST || entry.compressionMethod !== 0)
        throw refusedCopy('', 'is larger than it may be')
      const content = await buffer(await zip.openReadStreamPromise(entry))
      if (hash('sha256', content, 'hex') !== listed?.sha256)
        throw refusedCopy(
          KEYRING,
          'is damaged: it is not what the copy says of it; carry the copy over again',
        )
      return writeFileSync(join(folder, KEYRING), content, { flag: 'wx', mode: OWNER_ONLY })
    }
    throw refusedCopy(KEYRING, 'is missing; make the copy again')
  })
}
