import { z } from 'zod'
import { Nothing, query } from './procedure.ts'

/** What runs here and where it keeps its data. Nothing in it tells of a patient. */
export const AppInfo = z.object({
  version: z.string(),
  /** The commit that was built, or null where it runs from source. */
  build: z.string().nullable(),
  /** The folder of the store. */
  dataFolder: z.string(),
  host: z.enum(['electron', 'loopback', 'direct']),
  /** Versions of what it runs on, such as `electron` and `node`. */
  runtime: z.record(z.string(), z.string()),
  /** The store on this machine is the invented sample site that `--sample` opens. */
  sample: z.boolean(),
})
export type AppInfo = z.infer<typeof AppInfo>

export const app = {
  info: query({ right: 'open', input: Nothing, output: AppInfo }),
}

/** Who opens the invented sample site. No secret: everything in it is training data, and the unlock screen shows it. */
export const SAMPLE_LOGIN = { loginName: 'training', password: 'training site 2026' } as const
