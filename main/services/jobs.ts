import type { jobs } from '#shared/api/jobs.ts'
import type { AreaHandlers } from './handlers.ts'

export const jobHandlers: AreaHandlers<typeof jobs> = {
  cancel: ({ job }, context) => ({ running: context.jobs.cancel(job) }),
}
