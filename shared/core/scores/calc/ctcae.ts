import { z } from 'zod'
import { type CtcaeBaseline, type CtcaeFinding, type CtcaeResult, ctcaeGrade } from '../ctcae.ts'
import { feverGrade, infusionReactions } from '../ctcae-clinical.ts'
import { CtcaeTerm, unitOfTerm } from '../ctcae-terms.ts'
import { CalcError, calculation } from './define.ts'
import { number } from './fields.ts'

const value = number.nonnegative('must not be negative')
const divisor = number.positive('must be above 0')

const shape = {
  term: z.enum([...CtcaeTerm.options, 'Fever', 'Infusion related reaction'], {
    error: 'no term that is graded here; give it verbatim',
  }),
  value: value.optional(),
  unit: z.string().optional(),
  lln: value.optional(),
  uln: divisor.optional(),
  baseline: divisor.optional(),
  baseline_flag: z.enum(['HIGH', 'NORMAL', 'LOW']).optional(),
  anticoagulation: z.boolean().optional(),
  symptomatic: z.boolean().optional(),
  temp_C: number.optional(),
  duration_h: value.optional(),
  presentation: z.string().optional(),
}

type Inputs = z.output<z.ZodObject<typeof shape>>
type Answer = Readonly<Record<string, unknown>>

/** Grade null says that the inputs do not decide it; `missing` says what would. */
const ctcaeCalculation = calculation(shape, inputs => {
  if (inputs.term === 'Fever') return fever(inputs)
  if (inputs.term === 'Infusion related reaction') return infusionReaction(inputs)
  const unit = unitOfTerm(inputs.term)
  if (unit !== undefined && !isSameUnit(inputs.unit, unit)) return { grade: null, missing: ['unit'] }
  return laboratoryGrade(inputs.term, findingOf(inputs, inputs.term))
})

/** Where only these two are not said the worse is taken, as pharmaverse/admiral does, and the answer says so. */
function laboratoryGrade(term: CtcaeTerm, finding: CtcaeFinding): Answer {
  const result = ctcaeGrade(term, finding)
  if (result.state === 'graded') return answer(result)
  const assumed = result.fields.filter(field => field === 'anticoagulation' || field === 'symptomatic')
  if (assumed.length === 0) return answer(result)
  const worse = Object.fromEntries(assumed.map(field => [field, true]))
  return { ...answer(ctcaeGrade(term, { ...finding, ...worse })), assumed }
}

const fields: Readonly<Record<string, string>> = { lowerLimit: 'lln', upperLimit: 'uln' }

function answer(result: CtcaeResult): Answer {
  if (result.state === 'graded') return { grade: result.grade, relative_to: result.relativeTo }
  return { grade: null, missing: result.fields.map(field => fields[field] ?? field) }
}

function findingOf(inputs: Inputs, term: CtcaeTerm): CtcaeFinding {
  const { anticoagulation, symptomatic } = inputs
  const limits = { lowerLimit: inputs.lln, upperLimit: inputs.uln }
  return { value: inputs.value, ...limits, baseline: baselineOf(inputs, term), anticoagulation, symptomatic }
}

/** Without a flag a baseline is abnormal where it lies above the upper limit given. */
function baselineOf({ baseline, baseline_flag, uln }: Inputs, term: CtcaeTerm): CtcaeBaseline | undefined {
  if (baseline_flag !== undefined) {
    return { state: baseline_flag === 'HIGH' ? 'abnormal' : 'normal', value: baseline }
  }
  if (baseline === undefined) return undefined
  const asksForValueOnly = term === 'Creatinine increased' || term === 'INR increased'
  if (asksForValueOnly) return { state: 'normal', value: baseline }
  if (uln === undefined) return undefined
  return { state: baseline > uln ? 'abnormal' : 'normal', value: baseline }
}

/** Letters' case does not matter: laboratories print G/L for g/L. */
function isSameUnit(written: string | undefined, unit: string): boolean {
  return written?.replace('^', '*').toLowerCase() === unit.toLowerCase()
}

function fever({ temp_C, duration_h }: Inputs): Answer {
  if (temp_C === undefined) return { grade: null, missing: ['temp_C'] }
  const result = feverGrade(temp_C, duration_h)
  return result === 'duration' ? { grade: null, missing: ['duration_h'] } : answer(result)
}

function infusionReaction({ presentation }: Inputs): Answer {
  if (presentation === undefined) return { grade: null, missing: ['presentation'] }
  const place = infusionReactions.findIndex(beginning => beginning.test(presentation))
  if (place === -1) {
    const known = 'transient, interruption, prolonged, life_threatening or death'
    throw new CalcError('presentation', `begins with ${known}`)
  }
  return { grade: place + 1 }
}

/** The grades of CTCAE v5.0, by the name that the command takes. */
export const ctcaeCalculations = { ctcae_v5: ctcaeCalculation }
