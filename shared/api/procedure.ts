import { z } from 'zod'
import type { Right } from './rights.ts'

/** `open` answers while the store is locked; everything else asks for a right of the user. */
export type Access = 'open' | Right

type Kind = 'query' | 'mutation'

/** One call of the contract: what it asks for, what goes in, what comes out. JSON values only. */
export interface Procedure<
  K extends Kind = Kind,
  A extends Access = Access,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K
  readonly right: A
  readonly input: I
  readonly output: O
}

/** Everything that may cross the boundary, by area and method. */
export type Contract = Readonly<Record<string, Readonly<Record<string, Procedure>>>>

type Parts<A, I, O> = { readonly right: A; readonly input: I; readonly output: O }

/** Reads; never changes anything. */
export function query<A extends Access, I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<A, I, O>,
): Procedure<'query', A, I, O> {
  return { kind: 'query', ...parts }
}

/** Changes something: runs in one transaction together with its entries in the audit trail. */
export function mutation<A extends Access, I extends z.ZodType, O extends z.ZodType>(
  parts: Parts<A, I, O>,
): Procedure<'mutation', A, I, O> {
  return { kind: 'mutation', ...parts }
}

/** The input of a call that needs none. */
export const Nothing = z.strictObject({})

/** Why something saved is changed; without one no change is accepted (21 CFR 11.10(e), trust.md A4). */
export const Reason = z
  .string({ error: 'give the reason for the change' })
  .trim()
  .min(1, 'give the reason for the change')
  .max(500)
