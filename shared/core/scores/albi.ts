import { plausible } from './inputs.ts'
import { scorer } from './result.ts'

export interface AlbiInputs {
  readonly bilirubinUmolPerL: number
  readonly albuminGPerL: number
}

/** The grade follows from the unrounded score: -1.3866 shows as -1.39 and is grade 3. */
export interface AlbiScore {
  readonly score: number
  readonly grade: 1 | 2 | 3
}

export const albiRequirements = {
  bilirubinUmolPerL: plausible.bilirubinUmolPerL,
  albuminGPerL: plausible.albuminGPerL,
}

/** Albumin-bilirubin score; the logarithm is to base 10 and the inputs are in SI units. */
export const albi = scorer(albiRequirements, ({ bilirubinUmolPerL, albuminGPerL }: AlbiInputs): AlbiScore => {
  const score = 0.66 * Math.log10(bilirubinUmolPerL) - 0.085 * albuminGPerL
  return { score, grade: score <= -2.6 ? 1 : score <= -1.39 ? 2 : 3 }
})
