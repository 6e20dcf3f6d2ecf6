import { z } from 'zod'
import { DeadlineEvent, LockCause } from '#shared/api/events.ts'
import { Preferences } from '#shared/api/preferences.ts'

/** What the engine's process is started with. Holds no secret: passwords and keys travel through a page's port only. */
export const EngineStart = z.strictObject({
  dataFolder: z.string(),
  resources: z.string(),
  sample: z.boolean(),
  version: z.string(),
  build: z.string().nullable(),
})
export type EngineStart = z.infer<typeof EngineStart>

/** What the main process tells the engine's process. A `port` comes with one end of a page's MessagePort. */
export const ToEngine = z.discriminatedUnion('tell', [
  z.strictObject({ tell: z.literal('start'), start: EngineStart }),
  z.strictObject({ tell: z.literal('port') }),
  z.strictObject({ tell: z.literal('lock'), cause: LockCause }),
  z.strictObject({ tell: z.literal('close') }),
  /** After `close`, where nobody wants to wait for the backup. */
  z.strictObject({ tell: z.literal('hurry') }),
])
export type ToEngine = z.infer<typeof ToEngine>

/** What the engine's process tells the main process: how the window should look, and what belongs into the log. */
export const FromEngine = z.discriminatedUnion('tell', [
  z.strictObject({ tell: z.literal('ready') }),
  /** A page sent through its port what is no call. */
  z.strictObject({ tell: z.literal('malformed') }),
  z.strictObject({ tell: z.literal('preferences'), preferences: Preferences }),
  /** Deadlines of reports, as the engine announces them: numbers alone. */
  z.strictObject({ tell: z.literal('deadlines'), announced: DeadlineEvent }),
  z.strictObject({
    tell: z.literal('failure'),
    /** A `FailureReport`: without messages, so without values. */
    failure: z.strictObject({
      reference: z.string(),
      where: z.string(),
      name: z.string(),
      code: z.string().optional(),
      frames: z.array(z.string()).readonly(),
    }),
  }),
])
export type FromEngine = z.infer<typeof FromEngine>
