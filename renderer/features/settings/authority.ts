import type { Api } from '../../api/api.tsx'

/** The site's certificate, as the engine tells of it. */
export type Authority = NonNullable<Awaited<ReturnType<Api['signing']['authority']>>>
