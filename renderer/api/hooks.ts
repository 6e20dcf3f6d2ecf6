import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import type { contract } from '#shared/api/contract.ts'
import type { AppError } from '#shared/api/errors.ts'
import type { Procedure } from '#shared/api/procedure.ts'
import { useApi } from './api.tsx'

type C = typeof contract
type OfKind<A extends keyof C, K extends 'query' | 'mutation'> = {
  [M in keyof C[A]]: C[A][M] extends Procedure<K> ? M : never
}[keyof C[A]] &
  string
type Input<P> = P extends Procedure<infer _K, infer _A, infer I> ? z.input<I> : never
type Output<P> = P extends Procedure<infer _K, infer _A, infer _I, infer O> ? z.output<O> : never
type Call = (input: unknown) => Promise<never>

/** The key of a query, for those who look at the cache. */
export function readKey(area: string, method: string, input?: unknown): readonly unknown[] {
  return input === undefined ? [area, method] : [area, method, input]
}

interface ReadOptions {
  readonly enabled?: boolean
  readonly keepPrevious?: boolean
  /** Asked again after so many milliseconds, for what changes while nobody writes. */
  readonly everyMs?: number
}

/** Reads through a query of the contract; what it answered stays while the session lasts, until something is written. */
export function useRead<A extends keyof C, M extends OfKind<A, 'query'>>(
  area: A,
  method: M,
  input: Input<C[A][M]>,
  options: ReadOptions = {},
): UseQueryResult<Output<C[A][M]>, AppError> {
  const api = useApi()
  const call = (api[area] as unknown as Record<M, Call>)[method]
  const { enabled = true, keepPrevious = false, everyMs = false } = options
  return useQuery<Output<C[A][M]>, AppError>({
    queryKey: readKey(area, method, input),
    queryFn: () => call(input),
    enabled,
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    ...(keepPrevious ? { placeholderData: (previous: unknown) => previous as never } : {}),
  })
}

/** Writes through a mutation of the contract; afterwards every screen asks again for what it shows. */
export function useWrite<A extends keyof C, M extends OfKind<A, 'mutation'>>(
  area: A,
  method: M,
): UseMutationResult<Output<C[A][M]>, AppError, Input<C[A][M]>> {
  const api = useApi()
  const queries = useQueryClient()
  const call = (api[area] as unknown as Record<M, Call>)[method]
  return useMutation<Output<C[A][M]>, AppError, Input<C[A][M]>>({
    mutationFn: input => call(input),
    onSuccess: () => queries.invalidateQueries(),
  })
}
