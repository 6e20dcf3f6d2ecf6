import { useInfiniteQuery } from '@tanstack/react-query'
import type { TrailFilter } from '#shared/api/audit.ts'
import type { AppError } from '#shared/api/errors.ts'
import { type Api, useApi } from '../../api/api.tsx'
import { readKey } from '../../api/hooks.ts'
import type { TrailSearch } from './trail-search.ts'

/** One entry as the trail has it. */
export type Entry = Awaited<ReturnType<Api['audit']['list']>>[number]

const PAGE = 100

/** Entries that the filter lets through, newest first, page after page. */
export function useTrail(filter: TrailFilter) {
  const api = useApi()
  const query = useInfiniteQuery<
    Entry[],
    AppError,
    { pages: Entry[][] },
    readonly unknown[],
    number | undefined
  >({
    queryKey: readKey('audit', 'list', filter),
    queryFn: ({ pageParam }) =>
      api.audit.list({
        ...filter,
        newestFirst: true,
        limit: PAGE,
        ...(pageParam === undefined ? {} : { beforeSeq: pageParam }),
      }),
    initialPageParam: undefined,
    getNextPageParam: last => (last.length < PAGE ? undefined : last.at(-1)?.seq),
  })
  return { ...query, entries: query.data?.pages.flat() }
}

/** What the address says, as the engine is asked. */
export function filterOf({ patientId, ...rest }: TrailSearch): TrailFilter {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return patientId === undefined ? given : { ...given, subject: { kind: 'patient', id: patientId } }
}
