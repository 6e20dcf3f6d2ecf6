import type { z } from 'zod'
import { AppError } from './errors.ts'
import type { Contract, Procedure } from './procedure.ts'
import { type ApiRequest, ApiResponse } from './wire.ts'

type Call<P> =
  P extends Procedure<infer _K, infer _A, infer I, infer O>
    ? (input: z.input<I>) => Promise<z.output<O>>
    : never

/** The contract as functions: typed by it, checked by the engine on the other side. */
export type Client<C extends Contract> = {
  readonly [Area in keyof C]: { readonly [Method in keyof C[Area]]: Call<C[Area][Method]> }
}

/** Carries one request to an engine and brings the answer back: in-process, a port, HTTP. */
export type Send = (request: ApiRequest) => Promise<unknown>

/** The typed client of a contract over any transport. A refused call throws `AppError`. */
export function createClient<C extends Contract>(contract: C, send: Send): Client<C> {
  const areas = Object.entries(contract).map(([area, methods]) => [
    area,
    Object.fromEntries(
      Object.keys(methods).map(method => [method, (input: unknown) => call(send, { area, method, input })]),
    ),
  ])
  return Object.fromEntries(areas) as Client<C>
}

async function call(send: Send, request: ApiRequest): Promise<unknown> {
  const response = ApiResponse.parse(await send(request))
  if (response.ok) return response.value
  throw new AppError(response.error)
}
