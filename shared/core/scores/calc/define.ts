import { z } from 'zod'
import type { ScoreResult } from '../result.ts'

/** A calculation was refused; `field` is the input as the caller wrote it. Expected: not a bug. */
export class CalcError extends Error {
  override readonly name = 'CalcError'
  readonly field: string
  constructor(field: string, message: string) {
    super(message)
    this.field = field
  }
}

/** A calculation by name: checks its inputs, then answers with every form of its result. */
export type Calculation = (inputs: unknown) => Readonly<Record<string, unknown>>

/** A calculation from the schema of its inputs; null says that something was not measured. */
export function calculation<S extends z.ZodRawShape>(
  shape: S,
  run: (inputs: z.output<z.ZodObject<S, z.core.$strict>>) => Readonly<Record<string, unknown>>,
): Calculation {
  const schema = z.strictObject(shape)
  return given => {
    const known = whatIsKnown(given)
    const parsed = schema.safeParse(known)
    if (parsed.success) return run(parsed.data)
    throw refusal(parsed.error, known)
  }
}

/** The value of a score, or the refusal in the caller's names of the fields. */
export function scoreOf<Value>(result: ScoreResult<Value>, given: object): Value {
  if (result.state === 'scored') return result.value
  if (result.state === 'missing') {
    const [field = 'inputs'] = result.fields
    throw new CalcError(writtenAs(field, given), 'is missing')
  }
  const { field, low, high } = result
  throw new CalcError(writtenAs(field, given), `is not plausible: ${field} must be from ${low} to ${high}`)
}

function whatIsKnown(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  )
}

function refusal({ issues: [issue] }: z.ZodError, known: unknown): CalcError {
  if (issue === undefined) return new CalcError('inputs', 'not valid')
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    return new CalcError([...issue.path, key].join('.'), 'unknown field; remove it or correct its name')
  }
  const [field] = issue.path
  if (field === undefined) return new CalcError('inputs', 'must be an object with the inputs by their names')
  const isMissing = typeof known === 'object' && known !== null && !Object.hasOwn(known, field)
  return new CalcError(issue.path.join('.'), isMissing ? 'is missing' : issue.message)
}

/** Names under which the calculations take what the scores call by one name. */
const written: Readonly<Record<string, readonly string[]>> = {
  bilirubinUmolPerL: ['bilirubin_mg_dL', 'bilirubin_umol_L', 'bilirubin'],
  creatinineUmolPerL: ['creatinine_mg_dL', 'creatinine_umol_L', 'creatinine'],
  albuminGPerL: ['albumin_g_dL', 'albumin_g_L'],
  sodiumMmolPerL: ['sodium_mmol_L'],
  prothrombinSecondsProlonged: ['pt_seconds_prolonged'],
  plateletsGigaPerL: ['platelets_1e9_L'],
  astUPerL: ['ast_U_L'],
  astUpperLimitUPerL: ['ast_uln_U_L', 'ast_uln'],
  altUPerL: ['alt_U_L'],
  altUpperLimitUPerL: ['alt_uln'],
  alpUPerL: ['alp_U_L'],
  alpUpperLimitUPerL: ['alp_uln'],
  ageYears: ['age_y'],
  weightKg: ['weight_kg'],
  diameterMm: ['diameter_mm'],
  meanVelocityCmPerS: ['mean_velocity_cm_s'],
}

function writtenAs(field: string, given: object): string {
  const names = written[field] ?? [field]
  return names.find(name => name in given) ?? names[0] ?? field
}
