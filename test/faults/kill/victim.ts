import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Order, Said } from './order.ts'

const ACTOR = fileURLToPath(new URL('./actor.ts', import.meta.url))
/** A process that says nothing for so long does not work any more. */
const PATIENCE_MS = 60_000

/** How a process died, and what it had said before. */
export interface Death {
  readonly kept: readonly { readonly what: string; readonly detail: string }[]
  /** It had come to its end before it was killed. */
  readonly ended: { readonly steps: number; readonly milliseconds: number } | undefined
  /** What kept it from working; nothing it was told to do should. */
  readonly failed: string | undefined
}

/** Starts a process, lets it live this long after it began, and kills it with SIGKILL; or it kills itself at a step. */
export async function killAfter(order: Order, milliseconds: number | 'end'): Promise<Death> {
  const child = spawn(process.execPath, [ACTOR], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(order.template.home, 'compiled') },
  })
  const said: Said[] = []
  const heard = listen(child.stdout, said)
  const closed = once(child, 'close')
  child.stdin.end(JSON.stringify(order))
  await Promise.race([heard('begin'), closed, quietly(PATIENCE_MS)])
  const limit = milliseconds === 'end' ? PATIENCE_MS : milliseconds
  // Who dies at a step is let come there, but not for ever: fewer steps may have been to take.
  await Promise.race([milliseconds === 'end' ? heard('end') : quietly(limit), closed])
  child.kill('SIGKILL')
  await closed
  return deathOf(said)
}

/** Keeps nothing waiting for it when the rest is done. */
function quietly(milliseconds: number): Promise<void> {
  return pause(milliseconds, undefined, { ref: false })
}

function listen(stream: NodeJS.ReadableStream, said: Said[]) {
  const waiting: { say: Said['say']; resolve: () => void }[] = []
  let rest = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const heard = JSON.parse(line) as Said
      said.push(heard)
      for (const { say, resolve } of waiting) if (say === heard.say || heard.say === 'failed') resolve()
    }
  })
  return (say: Said['say']) => new Promise<void>(resolve => void waiting.push({ say, resolve }))
}

function deathOf(said: readonly Said[]): Death {
  const ended = said.find(({ say }) => say === 'end')
  const failed = said.find(({ say }) => say === 'failed')
  return {
    kept: said.flatMap(one => (one.say === 'kept' ? [{ what: one.what, detail: one.detail ?? '' }] : [])),
    ended: ended?.say === 'end' ? ended : undefined,
    failed: failed?.say === 'failed' ? failed.why : undefined,
  }
}
