import { z } from 'zod'
import { UserId } from '../core/ids.ts'
import { mutation, query, Reason } from './procedure.ts'
import { Role } from './rights.ts'

/** A login name as it is kept: NFKC, lower case. Unique for ever, also after deactivation. */
export const LoginName = z
  .string()
  .trim()
  .normalize('NFKC')
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u, 'two to 40 letters, digits, dots, - or _')

/** A login name as typed. Its form is not checked: a wrong one must look like any unknown one. */
export const TypedLogin = z.string().trim().normalize('NFKC').toLowerCase().min(1).max(200)
export const TypedPassword = z.string().min(1).max(1024)

/** A new password: long, and nothing else asked of it. NIST SP 800-63B advises against composition rules. */
export const NewPassword = z.string().min(12, 'at least 12 characters').max(1024)

export const FullName = z.string().trim().min(1).max(200)

/** One person who works with the store. Users are deactivated, never removed. */
export const User = z.object({
  id: UserId,
  loginName: z.string(),
  fullName: z.string(),
  role: Role,
  active: z.boolean(),
  /** The personal grant of `identity.read`. */
  mayReadIdentity: z.boolean(),
})
export type User = z.infer<typeof User>

const change = { userId: UserId, reason: Reason }

/** Who may work with the store, and as what. */
export const users = {
  list: query({ right: 'users.read', input: z.strictObject({}), output: z.array(User) }),
  /** A role other than administrator asks for `users.appoint` as well; so in `changeRole`. */
  add: mutation({
    right: 'users.manage',
    input: z.strictObject({ loginName: LoginName, fullName: FullName, role: Role, password: NewPassword }),
    output: User,
  }),
  changeRole: mutation({
    right: 'users.manage',
    input: z.strictObject({ ...change, role: Role }),
    output: User,
  }),
  /** To somebody else; only the first investigator, while alone, to themselves. */
  grantIdentity: mutation({
    right: 'identity.grant',
    input: z.strictObject({ ...change, granted: z.boolean() }),
    output: User,
  }),
  deactivate: mutation({ right: 'users.manage', input: z.strictObject(change), output: User }),
  /**
   * Gives a user who forgot it a first password again, to be changed at the next login. Ends their certificate: nobody
   * signs with what another person set (trust.md U5). A role other than administrator asks for `users.appoint` as well.
   */
  resetPassword: mutation({
    right: 'users.manage',
    input: z.strictObject({ ...change, password: NewPassword }),
    output: User,
  }),
}
