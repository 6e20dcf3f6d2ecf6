import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { commands } from '#main/cli/commands.ts'
import { run } from '#main/cli/run.ts'
import type { Terminal } from '#main/cli/terminal.ts'

// Whoever runs the tests may force colours; they have a test of their own.
delete process.env['FORCE_COLOR']

const root = join(import.meta.dirname, '../..')
const samples = join(root, 'resources/samples')

/** Files of the sample site, by the names that users type. */
export const sampleFiles = {
  candidate: (name: string) => join(samples, 'candidates', `${name}.json`),
  readings: join(samples, 'nct05106972-training-readings.json'),
  criteria: join(samples, 'nct07413549-training-criteria.json'),
  protocol: (name: string) => join(root, 'resources/protocols', `${name}.json`),
}

/** The text of a sample file. */
export function textOf(path: string): string {
  return readFileSync(path, 'utf8')
}

/** A sample file, or anything else that is JSON. */
export function jsonOf(text: string): unknown {
  return JSON.parse(text)
}

/** What the world around a command is like. */
export interface Surroundings {
  readonly stdin?: string
  readonly columns?: number
  readonly now?: string
}

/** Streams that remember what was written. */
export function memoryTerminal({ stdin = '', columns, now = '2026-11-22T12:00:00Z' }: Surroundings = {}) {
  const written = { out: '', err: '' }
  const sink = (name: 'out' | 'err') => {
    const stream = new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk)
        done()
      },
    })
    return columns === undefined ? stream : Object.assign(stream, { columns })
  }
  const terminal: Terminal = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: sink('out'),
    stderr: sink('err'),
    now: () => new Date(now),
  }
  return { terminal, written }
}

/** Runs the command line in this process; answers the exit code and what it wrote. */
export async function lobule(args: readonly string[], surroundings: Surroundings = {}) {
  const { terminal, written } = memoryTerminal(surroundings)
  const code = await run(commands, args, terminal)
  return { code, ...written }
}
