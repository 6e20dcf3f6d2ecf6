import type { Analyte } from '../analytes.ts'
import { type CtcaeBaseline, type CtcaeFinding, ctcaeGrade } from '../scores/ctcae.ts'
import type { CtcaeTerm } from '../scores/ctcae-terms.ts'
import type { Course } from './course.ts'
import type { Measured } from './measured.ts'
import type { Point, SeriesId } from './series.ts'

const terms: Partial<Record<SeriesId, CtcaeTerm>> = {
  alanine_aminotransferase: 'Alanine aminotransferase increased',
  aspartate_aminotransferase: 'Aspartate aminotransferase increased',
  alkaline_phosphatase: 'Alkaline phosphatase increased',
  gamma_glutamyl_transferase: 'GGT increased',
  bilirubin_total: 'Blood bilirubin increased',
  creatinine: 'Creatinine increased',
  albumin: 'Hypoalbuminemia',
  sodium: 'Hyponatremia',
  inr: 'INR increased',
  hemoglobin: 'Anemia',
  leukocytes: 'White blood cell decreased',
  neutrophils: 'Neutrophil count decreased',
  platelets: 'Platelet count decreased',
} satisfies Partial<Record<Analyte, CtcaeTerm>>

/** The series that a term of CTCAE grades by its name; undefined for a term that no laboratory value is graded by. */
export function seriesOfTerm(name: string): SeriesId | undefined {
  const [series] = Object.entries(terms).find(([, term]) => term === name) ?? []
  return series as SeriesId | undefined
}

/** The baseline of a series and the upper limit that was printed with the newest of its values. */
export interface GradeBaseline {
  readonly value: number
  readonly upperLimit: number | null
}

type Grade = Point['grade']

/** CTCAE v5.0 grades of the points of a series; null throughout where no term is about it. */
export function grader(
  series: SeriesId,
  baseline: GradeBaseline | undefined,
  anticoagulation: Course,
): (point: Measured) => Grade {
  const term = terms[series]
  if (term === undefined) return () => null
  const state = stateOf(baseline)
  return point => {
    const { value, comparator, low, high } = point
    if (value === null || comparator !== null) return null
    const finding = { value, lowerLimit: low ?? undefined, upperLimit: high ?? undefined }
    if (term === 'Creatinine increased') return againstBoth(finding, baseline)
    if (term === 'INR increased') {
      return againstBoth({ ...finding, anticoagulation: isAnticoagulated(point, anticoagulation) }, baseline)
    }
    return {
      absolute: graded(term, { ...finding, baseline: { state: 'normal' } }),
      relative: state?.state === 'abnormal' ? graded(term, { ...finding, baseline: state }) : null,
    }

    /** Terms whose one grade looks at the limits and at the baseline whatever that was. */
    function againstBoth(asked: CtcaeFinding, over: GradeBaseline | undefined): Grade {
      const absolute = graded(term as CtcaeTerm, asked)
      if (over === undefined) return { absolute, relative: null }
      const whole = ctcaeGrade(term as CtcaeTerm, {
        ...asked,
        baseline: { state: 'normal', value: over.value },
      })
      if (whole.state !== 'graded') return { absolute, relative: null }
      return whole.relativeTo === 'limits'
        ? { absolute: whole.grade, relative: null }
        : { absolute, relative: whole.grade }
    }
  }
}

/** Abnormal: above the upper limit of its own report (the pre-treatment value, CTCAE v5.0). Unknown without one. */
function stateOf(baseline: GradeBaseline | undefined): CtcaeBaseline | undefined {
  if (baseline === undefined || baseline.upperLimit === null) return undefined
  const { value, upperLimit } = baseline
  return value > upperLimit ? { state: 'abnormal', value } : { state: 'normal', value }
}

function graded(term: CtcaeTerm, finding: CtcaeFinding): number | null {
  const result = ctcaeGrade(term, finding)
  return result.state === 'graded' ? result.grade : null
}

/** Undefined where nobody charted whether the patient took an anticoagulant that day. */
function isAnticoagulated({ day }: Measured, course: Course): boolean | undefined {
  if (course.during(day).length > 0) return true
  if (course.perhapsDuring(day).length > 0) return undefined
  return course.absence(day, day) === undefined ? undefined : false
}
