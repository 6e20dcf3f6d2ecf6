import {
  type CtcaeGrade,
  type CtcaeTerm,
  ctcaeRules,
  type FallingBands,
  type MultipleBands,
} from './ctcae-terms.ts'
import { multipleOf } from './result.ts'

/** What the pre-treatment value was by the laboratory's range of that day, and its value where abnormal. */
export type CtcaeBaseline =
  | { readonly state: 'normal'; readonly value?: number | undefined }
  | { readonly state: 'abnormal'; readonly value: number | undefined }

/**
 * A laboratory value with what its term may ask about. `value`, limits and baseline are in one unit, that of
 * `unitOfTerm`; the limits are those printed with the result. What is not known is undefined.
 */
export interface CtcaeFinding {
  readonly value?: number | undefined
  readonly lowerLimit?: number | undefined
  readonly upperLimit?: number | undefined
  readonly baseline?: CtcaeBaseline | undefined
  /** Asked for INR. */
  readonly anticoagulation?: boolean | undefined
  /** Asked for sodium from 125 to 129 mmol/L. */
  readonly symptomatic?: boolean | undefined
}

/** The inputs that can stand between a value and its grade. */
type CtcaeMissing = 'value' | 'lowerLimit' | 'upperLimit' | 'baseline' | 'anticoagulation' | 'symptomatic'

/** A grade by CTCAE v5.0, or what is missing for it. */
export type CtcaeResult =
  | { readonly state: 'graded'; readonly grade: CtcaeGrade; readonly relativeTo: 'limits' | 'baseline' }
  | { readonly state: 'missing'; readonly fields: readonly CtcaeMissing[] }

/** The grade of a laboratory value. A value on an upper bound has the lower grade. Version 6 has other rules. */
export function ctcaeGrade(term: CtcaeTerm, finding: CtcaeFinding): CtcaeResult {
  const { value } = finding
  if (value === undefined) return missing('value')
  const rule = ctcaeRules[term]
  switch (rule.kind) {
    case 'multiple':
      return risingGrade(value, finding, rule)
    case 'falling':
      return fallingGrade(value, finding.lowerLimit, rule)
    case 'creatinine':
      return creatinineGrade(value, finding)
    case 'inr':
      return inrGrade(value, finding)
    case 'sodium':
      return sodiumGrade(value, finding)
  }
}

function risingGrade(
  value: number,
  { baseline, upperLimit }: CtcaeFinding,
  bands: MultipleBands,
): CtcaeResult {
  if (baseline === undefined) return missing('baseline')
  if (baseline.state === 'normal') {
    if (upperLimit === undefined) return missing('upperLimit')
    return graded(gradeAbove(multipleOf(value, upperLimit), bands.above, 1))
  }
  if (baseline.value === undefined) return missing('baseline')
  const multiple = multipleOf(value, baseline.value)
  const { multiple: from, included } = bands.abnormalFrom
  const counts = included ? multiple >= from : multiple > from
  return graded(counts ? Math.max(1, gradeAbove(multiple, bands.above, from)) : 0, 'baseline')
}

/** 1 above `first`, then one more above each of the bands. */
function gradeAbove(multiple: number, above: readonly number[], first: number): number {
  return [first, ...above].filter(band => multiple > band).length
}

function fallingGrade(value: number, lowerLimit: number | undefined, { below }: FallingBands): CtcaeResult {
  const beyond = below.filter(band => value < band).length
  if (beyond > 0) return graded(beyond + 1)
  if (lowerLimit === undefined) return missing('lowerLimit')
  return graded(value < lowerLimit ? 1 : 0)
}

/** Without baseline only grades 3 and 4 are certain: a rise over it could make any lower one a 3. */
function creatinineGrade(value: number, { baseline, upperLimit }: CtcaeFinding): CtcaeResult {
  if (upperLimit === undefined) return missing('upperLimit')
  const byLimit = gradeAbove(multipleOf(value, upperLimit), [1.5, 3, 6], 1)
  if (baseline?.value === undefined) return byLimit >= 3 ? graded(byLimit) : missing('baseline')
  const overBaseline = gradeAbove(multipleOf(value, baseline.value), [3], 1.5)
  const byBaseline = overBaseline === 0 ? 0 : overBaseline + 1
  return byBaseline > byLimit ? graded(byBaseline, 'baseline') : graded(byLimit)
}

/** On anticoagulation the absolute bands and the multiples of baseline both count, and the higher grade stands. */
function inrGrade(value: number, { baseline, anticoagulation }: CtcaeFinding): CtcaeResult {
  const absolute = gradeAbove(value, [1.5, 2.5], 1.2)
  if (absolute === 3) return graded(absolute)
  if (anticoagulation === undefined) return missing('anticoagulation')
  if (!anticoagulation) return graded(absolute)
  if (baseline?.value === undefined) return missing('baseline')
  const relative = gradeAbove(multipleOf(value, baseline.value), [1.5, 2.5], 1)
  return relative > absolute ? graded(relative, 'baseline') : graded(absolute)
}

function sodiumGrade(value: number, { lowerLimit, symptomatic }: CtcaeFinding): CtcaeResult {
  if (value < 120) return graded(4)
  if (value < 125) return graded(3)
  if (value < 130) return symptomatic === undefined ? missing('symptomatic') : graded(symptomatic ? 3 : 2)
  if (lowerLimit === undefined) return missing('lowerLimit')
  return graded(value < lowerLimit ? 1 : 0)
}

function graded(grade: number, relativeTo: 'limits' | 'baseline' = 'limits'): CtcaeResult {
  return { state: 'graded', grade: grade as CtcaeGrade, relativeTo }
}

function missing(...fields: CtcaeMissing[]): CtcaeResult {
  return { state: 'missing', fields }
}
