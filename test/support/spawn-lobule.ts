import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Writable } from 'node:stream'

const entry = join(import.meta.dirname, '../../main/cli/lobule.ts')

/** What is written to descriptors of the process; 0 is its input. */
export type Given = Readonly<Record<number, string>>

/** Runs the command line as a user does: in a process of its own. */
export async function spawnLobule(args: readonly string[], given: Given = {}) {
  const { FORCE_COLOR: _, ...env } = process.env
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] })
  const written = { out: '', err: '' }
  child.stdout?.on('data', chunk => {
    written.out += String(chunk)
  })
  child.stderr?.on('data', chunk => {
    written.err += String(chunk)
  })
  for (const descriptor of [0, 3]) {
    const pipe = child.stdio[descriptor] as Writable
    // A process that refuses its arguments does not wait for its input.
    pipe.on('error', () => undefined)
    pipe.end(given[descriptor] ?? '')
  }
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, ...written }
}
