import { z } from 'zod'

/** Identifies one patient for the whole life of the store; never shown, never reused. */
export const PatientId = z.string().min(1).max(64).brand<'PatientId', 'inout'>()
export type PatientId = z.infer<typeof PatientId>

/** Identifies one fact through all its versions. */
export const FactId = z.string().min(1).max(64).brand<'FactId', 'inout'>()
export type FactId = z.infer<typeof FactId>

/** Identifies one user; unique, never reused after deactivation (21 CFR 11.100(a)). */
export const UserId = z.string().min(1).max(64).brand<'UserId', 'inout'>()
export type UserId = z.infer<typeof UserId>

/** A protocol's registry number, such as `NCT05106972`. */
export const ProtocolId = z
  .string()
  .regex(/^[A-Z]{2,10}[0-9]{4,12}$/, 'a registry number such as NCT05106972')
  .brand<'ProtocolId', 'inout'>()
export type ProtocolId = z.infer<typeof ProtocolId>

/** SHA-256, 64 lower-case hexadecimal digits. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, '64 lower-case hexadecimal digits')
  .brand<'Sha256', 'inout'>()
export type Sha256 = z.infer<typeof Sha256>

/** A name inside a definition file: criterion, reading, alternative, question. */
export const Slug = z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'lower-case letters, digits, - and _')
export type Slug = z.infer<typeof Slug>

/** Identifies one electronic signature; never reused. */
export const SignatureId = z.string().min(1).max(64).brand<'SignatureId', 'inout'>()
export type SignatureId = z.infer<typeof SignatureId>

/** Identifies one document of the site file through all its revisions; printed on every page. */
export const DocumentId = z.string().min(1).max(64).brand<'DocumentId', 'inout'>()
export type DocumentId = z.infer<typeof DocumentId>
