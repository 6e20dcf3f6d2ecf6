import { z } from 'zod'
import { ErrorPayload } from './errors.ts'

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
