import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Writes one line of JSON. What is passed may hold names of places and codes, never a value that a user typed. */
export type Log = (what: string, details?: Readonly<Record<string, unknown>>) => void

export interface LogOptions {
  /** From this size on a file is put aside and a new one begun. */
  readonly maxBytes?: number
  /** How many files stay, the current one included. */
  readonly keep?: number
  readonly now?: () => Date
}

/**
 * A log in `lobule.log`, older files as `lobule.1.log` and so on. A disk that is full or a folder that cannot be
 * written must not end the work at hand, so a line that cannot be written is lost.
 */
export function openLog(folder: string, options: LogOptions = {}): Log {
  const { maxBytes = 1_000_000, keep = 5, now = () => new Date() } = options
  const file = (age: number) => join(folder, age === 0 ? 'lobule.log' : `lobule.${age}.log`)

  function turn(): void {
    if ((statSync(file(0), { throwIfNoEntry: false })?.size ?? 0) < maxBytes) return
    rmSync(file(keep - 1), { force: true })
    for (let age = keep - 2; age >= 0; age -= 1) {
      if (statSync(file(age), { throwIfNoEntry: false })) renameSync(file(age), file(age + 1))
    }
  }

  return (what, details = {}) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      turn()
      const line = `${JSON.stringify({ at: now().toISOString(), what, ...details })}\n`
      appendFileSync(file(0), line, { mode: 0o600 })
    } catch {
      // See above.
    }
  }
}
