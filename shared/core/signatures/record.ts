import { z } from 'zod'
import { OffsetDateTime } from '../civil-date.ts'
import { Sha256, SignatureId, UserId } from '../ids.ts'
import { Role } from '../person.ts'
import { LocalizedText } from '../text.ts'
import { Meaning } from './meaning.ts'
import { Subject } from './subject.ts'

/** Something the clock of the machine did in the session of a signature (trust.md A6). */
export const ClockFinding = z.strictObject({
  code: z.enum(['moved_back', 'offset_changed']),
  /** Number of the trail's entry that has it. */
  seq: z.int().min(1),
  movedBackSeconds: z.number().optional(),
  offsetWas: z.string().optional(),
})

/** Who signed what, when, as what, with which software: everything in a signed record but the subject. */
export const SignatureHeader = z.strictObject({
  schema: z.literal('lobule.signature/1'),
  id: SignatureId,
  site: z.strictObject({ name: z.string(), number: z.string(), storeId: z.string(), timeZone: z.string() }),
  meaning: z.strictObject({ code: Meaning, statement: LocalizedText }),
  signer: z.strictObject({ userId: UserId, loginName: z.string(), fullName: z.string(), role: Role }),
  signedAt: OffsetDateTime,
  /** Serial number in hexadecimal, and SHA-256 of the DER. */
  certificate: z.strictObject({ serial: z.string(), sha256: Sha256 }),
  /** SHA-256 of the DER of the site's certificate: the fingerprint on paper. */
  authority: Sha256,
  application: z.strictObject({ version: z.string(), build: z.string().nullable() }),
  clock: z.array(ClockFinding),
  /** The trail's last entry before the signature: it anchors the trail. */
  trail: z.strictObject({ seq: z.int().min(1), hash: Sha256 }),
})
export type SignatureHeader = z.infer<typeof SignatureHeader>

const recordSchema = z.strictObject({ ...SignatureHeader.shape, subject: Subject })
export interface SignedRecord extends z.infer<typeof recordSchema> {}

/** The record whose canonical JSON (RFC 8785) is signed. By name, because the compiler does not write it out. */
export const SignedRecord: z.ZodType<SignedRecord, SignedRecord> = recordSchema

/** A signature without what it is under: put together with the subject it gives the signed text again. */
export const Seal = z.strictObject({
  header: SignatureHeader,
  /** ECDSA P-256 with SHA-256 over the UTF-8 of the signed text; DER in base64. */
  signature: z.base64(),
  /** The signer's certificate, then the site's; DER in base64. */
  certificates: z.array(z.base64()).min(2),
})
export type Seal = z.infer<typeof Seal>

/** A fingerprint as printed: SHA-256 in groups of four, upper case. */
export function fingerprintText(sha256: Sha256): string {
  return (sha256.toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
