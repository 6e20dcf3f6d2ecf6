import { z } from 'zod'
import { Deadlines } from './events.ts'
import { CopySummary } from './exports.ts'
import { PART_BYTES } from './imports.ts'
import { mutation, Nothing, query } from './procedure.ts'
import { FullName, LoginName, NewPassword, User } from './users.ts'

/** A time zone by its IANA name; offsets such as `+08:00` are refused, because they know no summer time. */
export const TimeZone = z.string().refine(isIanaZone, 'an IANA time zone such as Asia/Shanghai')

/** The trial site that this store belongs to. */
export const Site = z.object({
  name: z.string(),
  number: z.string(),
  timeZone: z.string(),
  /** Everything in this store is invented for training; said once, when the store is made. */
  training: z.literal(true).optional(),
})
export type Site = z.infer<typeof Site>

/** What is in the folder, as far as it can be told without a key. */
export const StoreStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('incomplete'), missing: z.enum(['database', 'keyring']) }),
  /** `deadlines` are those that ran when it was locked; absent where none did, or nothing was opened since the start. */
  z.object({ state: z.literal('locked'), deadlines: Deadlines.optional() }),
  z.object({ state: z.literal('unlocked') }),
])
export type StoreStatus = z.infer<typeof StoreStatus>

/** The store as a whole. */
export const site = {
  status: query({ right: 'open', input: Nothing, output: StoreStatus }),
  /** Creates the store and opens a session of its first user. The recovery key is shown here and never again. */
  create: mutation({
    right: 'open',
    input: z.strictObject({
      name: z.string().trim().min(1).max(200),
      number: z.string().trim().min(1).max(40),
      timeZone: TimeZone,
      training: Site.shape.training,
      principalInvestigator: z.strictObject({
        loginName: LoginName,
        fullName: FullName,
        password: NewPassword,
      }),
    }),
    output: z.object({ user: User, recoveryKey: z.string() }),
  }),
  /** One part of a complete copy, in order, beside the place of the store; answers what it is once it is there whole and holds. */
  receiveCopy: mutation({
    right: 'open',
    input: z.strictObject({
      id: z.uuid(),
      part: z.base64().max(Math.ceil((PART_BYTES * 4) / 3) + 4),
      offset: z.int().min(0),
      total: z.int().min(1),
    }),
    output: z.object({ received: z.int().min(0), copy: CopySummary.nullable() }),
  }),
  /** Makes a received copy the store of this computer, which must have none; it is unlocked as it was on the other. */
  openCopy: mutation({ right: 'open', input: z.strictObject({ id: z.uuid() }), output: StoreStatus }),
  discardCopy: mutation({ right: 'open', input: z.strictObject({ id: z.uuid() }), output: Nothing }),
  get: query({ right: 'session.use', input: Nothing, output: Site }),
}

function isIanaZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
