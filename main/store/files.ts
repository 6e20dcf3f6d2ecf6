import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Every file of one store directory. */
export function storeFiles(directory: string) {
  return {
    database: join(directory, 'lobule.db'),
    keyring: join(directory, 'keyring.json'),
    attempts: join(directory, 'attempts.json'),
    securityLog: join(directory, 'security.log'),
    anchor: join(directory, 'trail-anchor.json'),
    lastCommit: join(directory, 'last-commit.json'),
    /** How the backups stand, for who has not opened the store. */
    backupStatus: join(directory, 'backup-status.json'),
    backups: join(directory, 'backups'),
    /** Backups while they are made, encrypted as the store is. */
    backupsInWork: join(directory, 'backups-in-work'),
    /** Complete copies on their way out. */
    outgoing: join(directory, 'outgoing'),
    /** Where the store is made ready under another key; not there otherwise. */
    next: join(directory, 'next'),
    /** Held while the store is open; holds nothing. */
    lock: join(directory, 'lock.db'),
  }
}

/** Readable and writable by its owner only. */
export const OWNER_ONLY = 0o600
export const OWNER_ONLY_DIRECTORY = 0o700

/** Replaces a file whole: after a crash there is the old content or the new, never a part of either. */
export function writeAtomically(file: string, text: string): void {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    writeDurably(temporary, 'wx', text)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncDirectory(dirname(file))
}

/** Adds to the end of a file and returns once it is on the disk. */
export function appendDurably(file: string, text: string): void {
  writeDurably(file, 'a', text)
}

/** Makes a finished rename or creation in a directory survive a power loss. */
export function syncDirectory(directory: string): void {
  // Windows cannot open a directory; NTFS keeps renames in its own journal.
  if (process.platform === 'win32') return
  syncPath(directory)
}

/** Flushes an existing file to the disk. */
export function syncPath(path: string): void {
  // Windows flushes only what is open for writing; elsewhere a folder opens for reading alone.
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The text of a file, or undefined where there is none. Any other failure is thrown. */
export function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function writeDurably(file: string, flag: 'wx' | 'a', text: string): void {
  const handle = openSync(file, flag, OWNER_ONLY)
  try {
    const before = fstatSync(handle).size
    // Not writeSync, which on a full disk writes a part and says so only in its result.
    writeFileSync(handle, text)
    if (fstatSync(handle).size < before + Buffer.byteLength(text))
      throw Object.assign(new Error('the file was not written whole'), { code: 'ENOSPC' })
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
