import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A disk of its own in the memory, as small as the trial wants it. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves this many bytes free, in whole blocks. */
  readonly leave: (bytes: number) => void
  /** Frees everything that `leave` took. */
  readonly free: () => void
  readonly unmount: () => void
}

const FILLER = 'filler'

/** Mounts a disk of this size; undefined where this user or system may not. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  const fillers = join(folder, FILLER)
  const free = () => rmSync(fillers, { recursive: true, force: true })
  return {
    folder,
    free,
    leave(bytes) {
      free()
      const { bavail, bsize } = statfsSync(folder)
      const size = Math.floor(bavail - bytes / bsize) * bsize
      if (size > 0) writeFileSync(fillers, Buffer.alloc(size))
    },
    unmount() {
      // Whoever holds a file on it open would keep it busy; by then nobody is left to wait for.
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
      if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true, force: true })
    },
  }
}
