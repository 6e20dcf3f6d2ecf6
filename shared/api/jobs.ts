import { z } from 'zod'
import { mutation } from './procedure.ts'

/** Names one piece of long work; whoever asks for the work chooses it. */
export const JobId = z.uuid()
export type JobId = z.infer<typeof JobId>

/** What long work is doing. */
export const JobStage = z.enum([
  'reading',
  'checking',
  'collecting',
  'writing',
  'packing',
  'copying',
  'encrypting',
  'verifying',
])
export type JobStage = z.infer<typeof JobStage>

/** Long work: its progress comes as events, and it can be told to stop. */
export const jobs = {
  /** Answered while the work runs, out of turn; `running` false where there is no such work any more. */
  cancel: mutation({
    right: 'session.use',
    input: z.strictObject({ job: JobId }),
    output: z.object({ running: z.boolean() }),
  }),
}
