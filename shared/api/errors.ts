import { z } from 'zod'
import { Blocker } from '../core/signatures/blocker.ts'
import { nearestIssues } from './nearest-issues.ts'
import { Trouble } from './place-trouble.ts'

/** One wrong place in an input: where, and what to do about it. */
export const InputIssue = z.object({ path: z.string(), message: z.string() })
export type InputIssue = z.infer<typeof InputIssue>

const seconds = z.int().min(0)

/** What is missing before enrolment or a dose. */
export const GateReason = z.enum([
  'no_consent',
  'no_signature',
  'signature_not_current',
  'signature_broken',
  'not_eligible',
  'outside_days',
  'no_longer_eligible',
  /** Before a later dose: the site entered no schedule with a checklist. */
  'no_schedule',
  'no_checklist',
  'checklist_not_passed',
  'no_earlier_dose',
  /** More doses than the record or the site's schedule plans. */
  'beyond_plan',
  /** The treatment or the trial ended for this patient. */
  'ended',
])
export type GateReason = z.infer<typeof GateReason>

/** Every way in which a call can fail. Never carries a stack, SQL text, a key or patient data. */
export const ErrorPayload = z.discriminatedUnion('code', [
  z.object({ code: z.literal('invalid_input'), issues: z.array(InputIssue) }),
  z.object({ code: z.literal('invalid_file'), file: z.string(), issues: z.array(InputIssue) }),
  z.object({ code: z.literal('not_found'), entity: z.string(), id: z.string() }),
  z.object({ code: z.literal('stale_version'), entity: z.string(), current: z.int() }),
  z.object({ code: z.literal('duplicate'), entity: z.string(), field: z.string() }),
  z.object({ code: z.literal('locked') }),
  /** Long work that somebody stopped; nothing of it was kept. */
  z.object({ code: z.literal('cancelled') }),
  z.object({ code: z.literal('wrong_password'), retryAfterSeconds: seconds }),
  z.object({ code: z.literal('too_many_attempts'), retryAfterSeconds: seconds }),
  z.object({ code: z.literal('not_permitted'), right: z.string() }),
  /** The session is open for one thing only: another password. */
  z.object({ code: z.literal('password_due') }),
  /** The user has no certificate that signs: never had one, or it ended. */
  z.object({ code: z.literal('signing_disabled'), why: z.enum(['never', 'ended', 'not_valid_now']) }),
  /** This signing asks for login name and password, not for the password alone. */
  z.object({ code: z.literal('login_name_asked') }),
  z.object({ code: z.literal('cannot_sign'), blockers: z.array(Blocker) }),
  /** What would be signed is no longer what was shown. */
  z.object({ code: z.literal('changed_since_shown') }),
  /** The second person was not accepted. */
  z.object({
    code: z.literal('second_person_refused'),
    why: z.enum(['same_person', 'wrong_password', 'first_password', 'not_the_key_holder', 'not_permitted']),
    retryAfterSeconds: seconds,
    /** Which of several people, where more than one was asked. */
    loginName: z.string().optional(),
  }),
  /** The site's private key opens for nobody here: another site certificate has to be made. */
  z.object({ code: z.literal('authority_unavailable') }),
  /** Enrolment or a dose without what the protocol wants first (trust.md F1). */
  z.object({ code: z.literal('gate_closed'), reasons: z.array(GateReason) }),
  z.object({ code: z.literal('store_exists') }),
  z.object({ code: z.literal('store_missing'), part: z.enum(['database', 'keyring']) }),
  z.object({ code: z.literal('store_damaged'), part: z.enum(['database', 'keyring', 'trail']) }),
  /** A file could not be written or read: of the store itself, of a backup, of something else. */
  z.object({ code: z.literal('no_place'), place: z.enum(['store', 'backup', 'export']), trouble: Trouble }),
  /** Another Lobule has the store open. */
  z.object({ code: z.literal('store_in_use') }),
  /** Written by a newer Lobule: not touched. */
  z.object({ code: z.literal('store_newer'), store: z.int(), application: z.int() }),
  z.object({ code: z.literal('unavailable'), what: z.string() }),
  z.object({ code: z.literal('internal'), reference: z.string() }),
])
export type ErrorPayload = z.infer<typeof ErrorPayload>

/** The only error that crosses between the layers. Expected failures are thrown as this where they are known. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly payload: ErrorPayload
  constructor(payload: ErrorPayload, options?: ErrorOptions) {
    super(payload.code, options)
    this.payload = payload
  }
}

/** The issues of a failed parse, each with the path of the field as a person would write it: `facts[3].content.unit`. */
export function issuesOf(error: z.ZodError): InputIssue[] {
  return nearestIssues(error.issues).flatMap(issue => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
    if (unknown.length === 0) return [{ path: pathText(issue.path), message: issue.message }]
    return unknown.map(key => ({
      path: pathText([...issue.path, key]),
      message: 'unknown field; remove it or correct its name',
    }))
  })
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}
