import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Looked } from '../truth.ts'
import type { LookOrder } from './looker.ts'

/** Nobody: a user without any rights of its own. */
export const NOBODY = 65_534

/** Opens a store in another process, as another user where `uid` is given; undefined where it could not be started so. */
export async function lookApart(order: LookOrder, uid?: number): Promise<Looked | undefined> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'looker.ts')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  child.stdin.end(JSON.stringify(order))
  const [answer, complaint] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  if (answer !== '') return JSON.parse(answer) as Looked
  // Modules that the other user may not read say nothing of the store.
  if (uid !== undefined && /ERR_MODULE_NOT_FOUND|EACCES.*\.ts'/.test(complaint)) return undefined
  throw new Error(complaint)
}
