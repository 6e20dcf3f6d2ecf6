import { CREATININE_UMOL_PER_MG_DL, plausible, type Sex } from './inputs.ts'
import { scorer } from './result.ts'

/** Which weight went in has to be named wherever the result is shown: ascites distorts the actual one. */
export interface CockcroftGaultInputs {
  readonly creatinineUmolPerL: number
  readonly ageYears: number
  readonly sex: Sex
  readonly weightKg: number
}

const requirements = {
  creatinineUmolPerL: plausible.creatinineUmolPerL,
  ageYears: plausible.ageYears,
  sex: 'said',
  weightKg: plausible.weightKg,
} as const

/** Creatinine clearance in mL/min, not indexed to body surface, unrounded. */
export const cockcroftGault = scorer(
  requirements,
  ({ creatinineUmolPerL, ageYears, sex, weightKg }: CockcroftGaultInputs): number => {
    const creatinine = creatinineUmolPerL / CREATININE_UMOL_PER_MG_DL
    return (((140 - ageYears) * weightKg) / (72 * creatinine)) * (sex === 'female' ? 0.85 : 1)
  },
)
