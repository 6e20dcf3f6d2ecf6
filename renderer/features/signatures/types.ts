import type { Api } from '../../api/api.tsx'

/** What would be signed now, and what stands in the way. */
export type Review = Awaited<ReturnType<Api['signatures']['review']>>

/** A signature as it was kept, checked anew. */
export type KeptSignature = Awaited<ReturnType<Api['signatures']['get']>>
