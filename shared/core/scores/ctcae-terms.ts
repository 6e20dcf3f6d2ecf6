import { z } from 'zod'

/** The terms of CTCAE v5.0 that a laboratory value is graded by, verbatim. */
export const CtcaeTerm = z.enum([
  'Alanine aminotransferase increased',
  'Alkaline phosphatase increased',
  'Anemia',
  'Aspartate aminotransferase increased',
  'Blood bilirubin increased',
  'Creatinine increased',
  'GGT increased',
  'Hypoalbuminemia',
  'Hyponatremia',
  'INR increased',
  'Neutrophil count decreased',
  'Platelet count decreased',
  'White blood cell decreased',
])
export type CtcaeTerm = z.infer<typeof CtcaeTerm>

/** A grade; 0 says that the value was measured and meets none. */
export type CtcaeGrade = 0 | 1 | 2 | 3 | 4

/** Multiples at which grades 2, 3 and 4 begin (above them), and where grade 1 begins over an abnormal baseline. */
export interface MultipleBands {
  readonly above: readonly [number, number, number]
  readonly abnormalFrom: { readonly multiple: number; readonly included: boolean }
}

/** Values below which the grades begin, most severe last; grade 1 begins below the laboratory's own lower limit. */
export interface FallingBands {
  /** UCUM: the unit in which the bands are printed. */
  readonly unit: string
  readonly below: readonly [number, ...number[]]
}

/** How a term is graded. */
export type CtcaeRule =
  | ({ readonly kind: 'multiple' } & MultipleBands)
  | ({ readonly kind: 'falling' } & FallingBands)
  | { readonly kind: 'creatinine' | 'inr' }
  | { readonly kind: 'sodium'; readonly unit: 'mmol/L' }

const transaminase: CtcaeRule = {
  kind: 'multiple',
  above: [3, 5, 20],
  abnormalFrom: { multiple: 1.5, included: true },
}
const cholestatic: CtcaeRule = {
  kind: 'multiple',
  above: [2.5, 5, 20],
  abnormalFrom: { multiple: 2, included: true },
}
const cells = '10*9/L'

/** CTCAE v5.0; grade 4 of anaemia and of hypoalbuminaemia is clinical and not read from a value. */
export const ctcaeRules: Readonly<Record<CtcaeTerm, CtcaeRule>> = {
  'Alanine aminotransferase increased': transaminase,
  'Aspartate aminotransferase increased': transaminase,
  'Alkaline phosphatase increased': cholestatic,
  'GGT increased': cholestatic,
  // No gap as for the enzymes: any value above an abnormal baseline is grade 1.
  'Blood bilirubin increased': {
    kind: 'multiple',
    above: [1.5, 3, 10],
    abnormalFrom: { multiple: 1, included: false },
  },
  'Creatinine increased': { kind: 'creatinine' },
  'INR increased': { kind: 'inr' },
  Anemia: { kind: 'falling', unit: 'g/L', below: [100, 80] },
  Hypoalbuminemia: { kind: 'falling', unit: 'g/L', below: [30, 20] },
  'Neutrophil count decreased': { kind: 'falling', unit: cells, below: [1.5, 1, 0.5] },
  'Platelet count decreased': { kind: 'falling', unit: cells, below: [75, 50, 25] },
  'White blood cell decreased': { kind: 'falling', unit: cells, below: [3, 2, 1] },
  Hyponatremia: { kind: 'sodium', unit: 'mmol/L' },
}

/** The UCUM unit in which a term's bands are printed; undefined where only multiples or a ratio count. */
export function unitOfTerm(term: CtcaeTerm): string | undefined {
  const rule = ctcaeRules[term]
  return 'unit' in rule ? rule.unit : undefined
}
