import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { Client } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import { UsageError } from './command.ts'

type Exports = Client<typeof contract>['exports']
type Outgoing = Awaited<ReturnType<Exports['take']>>

/** Throws where the file is there already: so that nothing is made that then cannot be written. */
async function claimFile(file: string): Promise<void> {
  try {
    // Readable by its owner alone: what it gets comes from an encrypted store.
    const handle = await open(file, 'wx', 0o600)
    await handle.close()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') throw new UsageError(`${file} is there already; nothing is written over`)
    if (code === 'ENOENT') throw new UsageError(`${file}: there is no such folder`)
    throw error
  }
}

/** Does the work that fills a claimed file; whatever fails leaves no file. */
export async function fillClaimed<T>(file: string, work: () => Promise<T>): Promise<T> {
  await claimFile(file)
  try {
    return await work()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

/** Writes what leaves the store into a claimed file, part after part, and compares its hash. */
export async function writeOutgoing(
  exports: Exports,
  { sha256, bytes }: Outgoing,
  file: string,
): Promise<void> {
  const written = createHash('sha256')
  await using handle = await open(file, 'r+')
  for (let offset = 0; offset < bytes; ) {
    const { part } = await exports.part({ sha256, offset })
    const content = Buffer.from(part, 'base64')
    await handle.writeFile(content)
    written.update(content)
    offset += content.length
  }
  await handle.sync()
  if (written.digest('hex') !== sha256) throw new Error('what was written is not what left the store')
}
