import { CREATININE_UMOL_PER_MG_DL, plausible, type Sex } from './inputs.ts'
import { scorer } from './result.ts'

/** Creatinine traceable to IDMS; adults only. */
export interface EgfrInputs {
  readonly creatinineUmolPerL: number
  readonly ageYears: number
  readonly sex: Sex
}

export const egfrRequirements = {
  creatinineUmolPerL: plausible.creatinineUmolPerL,
  ageYears: plausible.adultAgeYears,
  sex: 'said',
} as const

/** The constants in which the two equations of the CKD-EPI differ. */
interface Equation {
  readonly factor: number
  readonly above: number
  readonly perYear: number
  readonly female: { readonly factor: number; readonly below: number }
  readonly male: { readonly factor: number; readonly below: number }
}

const equation2021: Equation = {
  factor: 142,
  above: -1.2,
  perYear: 0.9938,
  female: { factor: 1.012, below: -0.241 },
  male: { factor: 1, below: -0.302 },
}

const equation2009: Equation = {
  factor: 141,
  above: -1.209,
  perYear: 0.993,
  female: { factor: 1.018, below: -0.329 },
  male: { factor: 1, below: -0.411 },
}

/** eGFR by CKD-EPI 2021 in mL/min/1.73 m², unrounded. In cirrhosis creatinine makes it read too high. */
export const egfrCkdEpi2021 = scorer(egfrRequirements, (inputs: EgfrInputs) => egfr(inputs, equation2021))

/** eGFR by CKD-EPI 2009, its race term left out, in mL/min/1.73 m²; for comparison with older records only. */
export const egfrCkdEpi2009 = scorer(egfrRequirements, (inputs: EgfrInputs) => egfr(inputs, equation2009))

function egfr({ creatinineUmolPerL, ageYears, sex }: EgfrInputs, equation: Equation): number {
  const { factor, below } = equation[sex]
  const ratio = creatinineUmolPerL / CREATININE_UMOL_PER_MG_DL / (sex === 'female' ? 0.7 : 0.9)
  const creatinine = Math.min(ratio, 1) ** below * Math.max(ratio, 1) ** equation.above
  return equation.factor * creatinine * equation.perYear ** ageYears * factor
}
