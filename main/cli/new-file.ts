import { writeFile } from 'node:fs/promises'
import { UsageError } from './command.ts'

/** Writes a file that is not there yet, readable by its owner alone: what it holds came from an encrypted store. */
export async function writeNewFile(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') throw new UsageError(`${file} is there already; nothing is written over`)
    if (code === 'ENOENT') throw new UsageError(`${file}: there is no such folder`)
    throw error
  }
}
