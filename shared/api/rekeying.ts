import { z } from 'zod'
import { JobId } from './jobs.ts'
import { mutation, Nothing, Reason } from './procedure.ts'
import { LoginName, TypedPassword } from './users.ts'

/**
 * Another key for the store, because somebody who could open it left. Everybody who stays types their password, or gets a
 * first password anew afterwards; the recovery key of before opens nothing any more, except what was copied before.
 */
export const rekeying = {
  /** The recovery key that will hold, to be printed and typed back before anything is done; kept in memory only. */
  begin: mutation({
    right: 'store.rekey',
    input: Nothing,
    output: z.object({
      id: z.uuid(),
      recoveryKey: z.string(),
      /** Active users, who asks first. */
      people: z.array(z.object({ loginName: LoginName, fullName: z.string(), isYou: z.boolean() })),
    }),
  }),
  /**
   * Backs up, re-encrypts a copy of the store, proves it whole, and puts it in place at once or not at all: a crash leaves
   * the old store or the new one. Ends the session. Throws `second_person_refused` with nothing done where a password is
   * wrong. Long: see `jobs`; cannot be cancelled once the copy is proven.
   */
  run: mutation({
    right: 'store.rekey',
    input: z.strictObject({
      job: JobId,
      id: z.uuid(),
      /** With that of whoever asks. Who is not named here has to get a first password from an administrator. */
      people: z.array(z.strictObject({ loginName: LoginName, password: TypedPassword })).min(1),
      reason: Reason,
    }),
    output: z.object({ leftOut: z.array(z.string()) }),
  }),
}
