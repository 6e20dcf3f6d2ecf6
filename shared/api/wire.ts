import { z } from 'zod'
import { ErrorPayload } from './errors.ts'
import { EngineEvent } from './events.ts'

const name = z.string().regex(/^[a-z][a-zA-Z]{0,39}$/, 'a name of the contract')

/** One call on the wire. Area and method are looked up among the contract's own properties only. */
export const ApiRequest = z.strictObject({ area: name, method: name, input: z.unknown() })
export type ApiRequest = z.infer<typeof ApiRequest>

/** One answer on the wire: an Error object survives no transport, so a failure is a value. */
export const ApiResponse = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: ErrorPayload }),
])
export type ApiResponse = z.infer<typeof ApiResponse>

/** What a page sends through its port: a call, with a number by which its answer is told. */
export const PortCall = z.strictObject({ id: z.int().min(1), request: z.unknown() })
export type PortCall = z.infer<typeof PortCall>

/** What comes back through a port: the answer to a call, or an event. */
export const PortMessage = z.union([z.object({ id: z.int().min(1), response: ApiResponse }), EngineEvent])
export type PortMessage = z.infer<typeof PortMessage>
