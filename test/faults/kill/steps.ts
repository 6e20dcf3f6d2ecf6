import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Every call of Node by which files change. What SQLite does itself is not among them: that is killed by the clock. */
const CHANGING = [
  ...['appendFileSync', 'chmodSync', 'closeSync', 'copyFileSync', 'cpSync', 'fsyncSync', 'mkdirSync'],
  ...['openSync', 'renameSync', 'rmSync', 'rmdirSync', 'truncateSync', 'unlinkSync', 'writeFileSync'],
  ...['writeSync', 'open', 'write', 'writev', 'fsync', 'close', 'rename', 'rm', 'unlink', 'mkdir'],
] as const
const CHANGING_LATER = ['copyFile', 'mkdir', 'open', 'rename', 'rm', 'unlink', 'writeFile'] as const

let steps = 0
let diesAt: number | null = null

/** Counts from now on, and kills this process right before the call of this number. */
export function armSteps(at: number | null): void {
  steps = 0
  diesAt = at
}

/** How many calls there were since it was armed. */
export function stepsTaken(): number {
  return steps
}

/** Puts a counter before every call that changes a file, wherever it is imported. */
export function watchSteps(): void {
  watch(fs as unknown as Record<string, unknown>, CHANGING)
  watch(fs.promises as unknown as Record<string, unknown>, CHANGING_LATER)
  syncBuiltinESMExports()
}

function watch(module: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) {
    const original = module[name]
    if (typeof original !== 'function') throw new Error(`node:fs has no ${name}`)
    module[name] = function watched(this: unknown, ...given: unknown[]) {
      step()
      return Reflect.apply(original, this, given) as unknown
    }
  }
}

function step(): void {
  steps += 1
  // Nothing after this line runs: the signal cannot be caught.
  if (steps === diesAt) process.kill(process.pid, 'SIGKILL')
}
