import { execFile } from 'node:child_process'
import { chown, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Unavailable } from '#test/support/electron/cache.ts'
import { isRoot } from '#test/support/electron/run.ts'
import { UNPRIVILEGED } from '#test/support/electron/runtime.ts'

const execute = promisify(execFile)

/** A USB stick as far as a program can tell: a folder that goes away and comes back with what was written to it. */
export interface Stick {
  readonly folder: string
  /** The names of its files, sorted; also while it is out. */
  files(): Promise<string[]>
  /** What is being written goes on into nothing, and every name on it is gone. */
  pullOut(): Promise<void>
  plugIn(): Promise<void>
  dispose(): Promise<void>
}

/**
 * A stick that the user of the window may write to. With `bytes` it is a disk of that size, which becomes full: throws
 * `Unavailable` where this computer lets nobody mount one.
 */
export async function newStick(bytes?: number): Promise<Stick> {
  const home = await mkdtemp(join(tmpdir(), 'lobule-stick-'))
  if (bytes !== undefined) await mountDisk(home, bytes)
  const [folder, pocket] = [join(home, 'U盘 stick'), join(home, 'pulled out')]
  await mkdir(folder)
  if (isRoot()) for (const path of [home, folder]) await chown(path, UNPRIVILEGED.uid, UNPRIVILEGED.gid)
  const place = () =>
    stat(folder).then(
      () => folder,
      () => pocket,
    )
  return {
    folder,
    files: async () => (await readdir(await place())).sort(),
    pullOut: () => rename(folder, pocket),
    plugIn: () => rename(pocket, folder),
    async dispose() {
      if (bytes !== undefined) await execute('umount', ['--lazy', home])
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function mountDisk(folder: string, bytes: number): Promise<void> {
  try {
    await execute('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'lobule-stick', folder])
  } catch (error) {
    await rm(folder, { recursive: true })
    throw new Unavailable('no disk of a chosen size can be mounted here', { cause: error })
  }
}
