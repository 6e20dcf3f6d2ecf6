import { z } from 'zod'
import { mutation, Nothing, query } from './procedure.ts'
import { Right } from './rights.ts'
import { Site } from './site.ts'
import { NewPassword, TypedLogin, TypedPassword, User } from './users.ts'

/** What was found amiss while opening; each also stands in the trail. */
export const OpeningFinding = z.enum([
  'trail_anchor_missing',
  'trail_does_not_match_anchor',
  'security_log_altered',
  'clock_moved_back',
  /** A backup was restored since the last opening. */
  'store_restored',
  /** A backup of this store knows entries that its trail has not. */
  'backup_is_ahead',
  /** Re-keying broke off and nothing was changed, or it was brought to its end. */
  'rekeying_broke_off',
  'rekeying_completed',
  /** The store was brought to a newer version, after a backup. */
  'store_migrated',
])
export type OpeningFinding = z.infer<typeof OpeningFinding>

/**
 * Why the password must be changed before anything else: somebody else set it first, or anew, or it is older than the
 * site allows (trust.md U5, U6).
 */
export const PasswordDue = z.enum(['first', 'reset', 'expired'])
export type PasswordDue = z.infer<typeof PasswordDue>

/** An opened session. */
export const Opened = z.object({
  user: User,
  rights: z.array(Right),
  /** Failed attempts under this login name since its last good one: shown, so that a stranger's are noticed. */
  failedAttempts: z.int().min(0),
  findings: z.array(OpeningFinding),
  /** Until it is changed only the `session` area answers. */
  passwordDue: PasswordDue.nullable(),
})
export type Opened = z.infer<typeof Opened>

/** Opening and locking the store, as one user at a time. */
export const session = {
  unlock: mutation({
    right: 'open',
    input: z.strictObject({ loginName: TypedLogin, password: TypedPassword }),
    output: Opened,
  }),
  /** Opens with the printed recovery key and gives the named user a new password. */
  unlockWithRecovery: mutation({
    right: 'open',
    input: z.strictObject({
      recoveryKey: z.string().min(1).max(200),
      loginName: TypedLogin,
      newPassword: NewPassword,
    }),
    output: Opened,
  }),
  /** Open to all and without effect on a locked store: nothing may stand in the way of locking. */
  lock: mutation({ right: 'open', input: Nothing, output: Nothing }),
  /** Somebody is at the keyboard: the time until the session locks by itself begins anew. */
  touch: query({ right: 'session.use', input: Nothing, output: Nothing }),
  changePassword: mutation({
    right: 'session.use',
    input: z.strictObject({ currentPassword: TypedPassword, newPassword: NewPassword }),
    output: Nothing,
  }),
  current: query({
    right: 'session.use',
    input: Nothing,
    output: z.object({
      user: User,
      rights: z.array(Right),
      site: Site,
      passwordDue: PasswordDue.nullable(),
    }),
  }),
}
