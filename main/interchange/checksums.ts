import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invalidFile, readText } from './json-file.ts'

/** Beside the files that it lists, each line a SHA-256 and a path, as `sha256sum` writes and checks them. */
export const CHECKSUMS = 'SHA256SUMS'

const LINE = /^([0-9a-f]{64}) {2}(\S.*)$/

/**
 * Refuses a folder whose files are not those that its `SHA256SUMS` lists. Without such a list nothing is checked: only
 * what is shipped has one. Against damage, not against forgery: a stray bit must not become another criterion.
 */
export async function proveChecksums(folder: string): Promise<void> {
  const names: readonly string[] = await readdir(folder).catch(() => [])
  if (!names.includes(CHECKSUMS)) return
  const lines = (await readText(join(folder, CHECKSUMS))).split('\n')
  if (lines.pop() !== '' || lines.length === 0) throw damaged(CHECKSUMS)
  for (const line of lines) {
    const [, sha256, path] = LINE.exec(line) ?? []
    if (sha256 === undefined || path === undefined) throw damaged(CHECKSUMS)
    const content = await readFile(join(folder, path)).catch(() => undefined)
    if (content === undefined || createHash('sha256').update(content).digest('hex') !== sha256)
      throw damaged(path)
  }
}

function damaged(file: string) {
  const message = 'is not as it was shipped: it is damaged or was changed; install Lobule again'
  return invalidFile(file, [{ path: '', message }])
}
