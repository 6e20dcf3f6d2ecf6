import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Why the tests of the window cannot run here, and what would mend it. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}

/** Where what takes minutes to prepare is kept: outside any home, as an unprivileged user must read it. */
export function cacheFolder(): string {
  const folder = process.env['LOBULE_TEST_CACHE'] ?? '/var/tmp/lobule-test-electron'
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/** Does `work` while no other process on this computer does any with the same cache. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'lock')
  while (!tryLock(file)) await pause(300)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // Left behind by a process that was killed.
    if (!isRunning(holderOf(file))) rmSync(file, { force: true })
    return false
  }
}

function holderOf(file: string): number | undefined {
  try {
    // Empty in the moment between being made and being written.
    return Number(readFileSync(file, 'utf8')) || process.pid
  } catch {
    return undefined
  }
}

function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) return true
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
