import { z } from 'zod'
import { OffsetDateTime } from '../core/civil-date.ts'
import { Sha256, UserId } from '../core/ids.ts'
import { mutation, Nothing, query, Reason } from './procedure.ts'
import { NewPassword, TypedLogin, TypedPassword } from './users.ts'

/** The identity document that the second person saw (21 CFR 11.100(b)). Its number is kept nowhere. */
export const IdentityDocument = z.enum(['identity_card', 'passport', 'staff_card', 'practising_certificate'])
export type IdentityDocument = z.infer<typeof IdentityDocument>

/** Why somebody cannot sign any more with a certificate that they had. */
export const CertificateEnd = z.enum([
  'replaced',
  'deactivated',
  'password_reset',
  'role_changed',
  'authority_replaced',
])
export type CertificateEnd = z.infer<typeof CertificateEnd>

const Certificate = z.object({
  /** In hexadecimal. */
  serial: z.string(),
  sha256: Sha256,
  /** DER in base64. */
  der: z.base64(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
})
export type Certificate = z.infer<typeof Certificate>

/** The site's own certificate; its private key is wrapped for one principal investigator alone. */
const Authority = z.object({ ...Certificate.shape, holder: UserId, createdAt: OffsetDateTime })

/** Whether a person can sign, and since when or why not. */
const Signatory = z.object({
  userId: UserId,
  state: z.enum(['ready', 'never', 'ended']),
  certificate: z
    .object({
      ...Certificate.shape,
      issuedAt: OffsetDateTime,
      secondPerson: UserId,
      identityDocument: IdentityDocument,
    })
    .nullable(),
  ended: z.object({ at: OffsetDateTime, cause: CertificateEnd }).nullable(),
})
export type Signatory = z.infer<typeof Signatory>

/** Who is present beside the user, proven by login name and password. */
export const SecondPerson = z.strictObject({ loginName: TypedLogin, password: TypedPassword })
export type SecondPerson = z.infer<typeof SecondPerson>

/** Keys and certificates: who may sign, and how that came about. */
export const signing = {
  authority: query({ right: 'session.use', input: Nothing, output: Authority.nullable() }),
  /** Everyone who can sign or once could. */
  people: query({ right: 'users.read', input: Nothing, output: z.array(Signatory) }),
  /**
   * Makes the user's key pair under their own password and has it certified, in the presence of a second person who
   * checked their identity. One of the two must be the principal investigator who holds the site's key. Replaces a
   * certificate that there was. `newPassword` is asked for where somebody else knows or set the present one.
   */
  enable: mutation({
    right: 'signatures.sign',
    input: z.strictObject({
      password: TypedPassword,
      newPassword: NewPassword.optional(),
      second: SecondPerson,
      identityDocument: IdentityDocument,
      /** Asked for where a certificate is replaced. */
      reason: Reason.optional(),
    }),
    output: Signatory,
  }),
  /** Makes another site certificate where the key of the old one is lost or its holder has gone. Ends all others. */
  replaceAuthority: mutation({
    right: 'users.appoint',
    input: z.strictObject({ password: TypedPassword, second: SecondPerson, reason: Reason }),
    output: Authority,
  }),
}
