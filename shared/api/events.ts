import { z } from 'zod'

/** Why a session ended: asked for, nobody was there, the computer slept or was locked, the window is closing. */
export const LockCause = z.enum(['user', 'idle', 'suspend', 'closing', 'deactivated'])
export type LockCause = z.infer<typeof LockCause>

/** What the engine tells its page unasked. Announces, never steers: the page asks again for what it shows. */
export const EngineEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('locked'), cause: LockCause }),
  /** Said once a minute before an idle session ends, with the seconds that are left. */
  z.object({ event: z.literal('locking_soon'), seconds: z.int().min(0) }),
])
export type EngineEvent = z.infer<typeof EngineEvent>
