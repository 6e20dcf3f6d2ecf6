import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { AppError } from '#shared/api/errors.ts'
import type { CheckedRow, RowPlace } from '#shared/core/imports/row.ts'
import { type Api, useApi } from '../../../api/api.tsx'
import { readKey } from '../../../api/hooks.ts'
import type { Checked } from '../types.ts'

/** What somebody said to a question about a value. */
export type Answer = 'take' | 'leave'

type Page = Awaited<ReturnType<Api['imports']['rows']>>

/** As many rows as one call answers. */
const PAGE = 500

/** The questions of a dry run and the answers given so far; none is answered by itself. */
export function useAnswers({ check, counts }: Checked) {
  const rows = useDoubtfulRows(check, counts.doubtful)
  const [given, setGiven] = useState<ReadonlyMap<string, Answer>>(new Map())
  const [reason, setReason] = useState('')
  const answer = (row: CheckedRow, said: Answer) =>
    setGiven(before => new Map(before).set(placeKey(row.place), said))
  const answerOf = (row: CheckedRow) => given.get(placeKey(row.place))
  const open = rows.filter(row => answerOf(row) === undefined)
  const leaveRest = () =>
    setGiven(before => new Map([...before, ...open.map(row => [placeKey(row.place), 'leave'] as const)]))
  const taken = rows.filter(row => answerOf(row) === 'take')
  return {
    ...{ rows, answer, answerOf, leaveRest, taken, reason, setReason },
    /** Not answered, also those that have not been read yet. */
    open: counts.doubtful - rows.length + open.length,
  }
}
export type Answers = ReturnType<typeof useAnswers>

function useDoubtfulRows(check: string, count: number): readonly CheckedRow[] {
  const api = useApi()
  const query = useInfiniteQuery<Page, AppError, { pages: Page[] }, readonly unknown[], number>({
    queryKey: readKey('imports', 'rows', { check, doubtful: true }),
    queryFn: ({ pageParam }) => api.imports.rows({ check, doubtful: true, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return last.rows.length === 0 || read >= last.total ? undefined : read
    },
    enabled: count > 0,
  })
  const { hasNextPage, isFetching, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return useMemo(() => query.data?.pages.flatMap(({ rows }) => rows) ?? [], [query.data])
}

/** A place as a key. */
export function placeKey({ file, row, column }: RowPlace): string {
  return JSON.stringify([file, row, column])
}
