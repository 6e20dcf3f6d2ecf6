import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { programPath } from './system-packages.ts'

/** A screen that nobody sees. */
export interface Display {
  readonly name: string
  dispose(): Promise<void>
}

/** Starts an X server on the first free number. Without a network socket, and open to every local user. */
export async function startDisplay(): Promise<Display> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac']
  const server = spawn(programPath('Xvfb') ?? 'Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await firstLine(server.stdio[3] as Readable, server)
  return {
    name: `:${number}`,
    async dispose() {
      if (server.exitCode !== null) return
      server.kill()
      await once(server, 'exit')
    },
  }
}

async function firstLine(output: Readable, server: ChildProcess): Promise<string> {
  const ended = once(server, 'exit').then(() => {
    throw new Error('the X server ended at once')
  })
  const [chunk] = (await Promise.race([once(output, 'data'), ended])) as [Buffer]
  ended.catch(() => undefined)
  return chunk.toString().trim()
}
