import type { Api } from '../../api/api.tsx'

/** What the engine holds ready for another key: the recovery key to be printed, and who may stay. */
export type Begun = Awaited<ReturnType<Api['rekeying']['begin']>>
