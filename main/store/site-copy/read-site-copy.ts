import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTENT, type CopyFile, parseCopyFile, refusedCopy } from './copy-file.ts'
import { fileEntry, noStep, type Step } from './file-entry.ts'

/** What a folder says that it is a copy of; its parts are not read. Throws `invalid_file` as `parseCopyFile` does. */
export function copyFileOf(folder: string): CopyFile {
  const file = join(folder, CONTENT)
  if (!existsSync(file)) throw refusedCopy(CONTENT, 'is missing; this is no complete copy of a site')
  return parseCopyFile(readFileSync(file, 'utf8'))
}

/**
 * What a folder says that it is a copy of, after each part was read and found to be as it says. Throws `invalid_file`
 * where one is missing, changed or none of a copy's. Whether it opens, only a key can tell: see `proveCopy`.
 */
export async function readSiteCopy(folder: string, step: Step = noStep): Promise<CopyFile> {
  const copy = copyFileOf(folder)
  const total = copy.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  for (const { path, bytes, sha256 } of copy.files) {
    const file = join(folder, path)
    if (!existsSync(file) || !lstatSync(file).isFile())
      throw refusedCopy(path, 'is missing; make the copy again')
    const found = await fileEntry(file, read => step(done + Math.min(read, bytes), total))
    done += bytes
    if (found.bytes !== bytes || found.sha256 !== sha256)
      throw refusedCopy(path, 'is damaged: it is not what the copy says of it; carry the copy over again')
  }
  return copy
}
