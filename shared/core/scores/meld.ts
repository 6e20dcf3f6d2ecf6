import { BILIRUBIN_UMOL_PER_MG_DL, CREATININE_UMOL_PER_MG_DL, plausible } from './inputs.ts'
import { bounded, type Requirements, roundedHalfUp, scorer } from './result.ts'

/** `dialysis`: at least two treatments, or 24 hours of CVVHD, in the week before. */
export interface MeldInputs {
  readonly bilirubinUmolPerL: number
  readonly creatinineUmolPerL: number
  readonly inr: number
  readonly dialysis: boolean
}

/** `raw` is 10 × MELD(i), neither rounded nor bounded above; `score` is the whole number from 6 to 40. */
export interface MeldScore {
  readonly raw: number
  readonly score: number
}

export const meldRequirements: Requirements<MeldInputs> = {
  bilirubinUmolPerL: plausible.bilirubinUmolPerL,
  creatinineUmolPerL: plausible.creatinineUmolPerL,
  inr: plausible.inr,
  dialysis: 'said',
}

/** MELD as UNOS used it: floors of 1.0, creatinine at most 4.0 mg/dL and 4.0 on dialysis (OPTN policy 9.1.D). */
export const meld = scorer(meldRequirements, (inputs: MeldInputs): MeldScore => {
  const raw = rawMeld(inputs)
  return { raw, score: bounded(roundedHalfUp(raw), 6, 40) }
})

/** 10 × MELD(i) of complete inputs, unrounded; MELD(i) rounded to its tenth is this rounded to a whole number. */
export function rawMeld({ bilirubinUmolPerL, creatinineUmolPerL, inr, dialysis }: MeldInputs): number {
  const bilirubin = Math.max(bilirubinUmolPerL / BILIRUBIN_UMOL_PER_MG_DL, 1)
  const creatinine = dialysis ? 4 : bounded(creatinineUmolPerL / CREATININE_UMOL_PER_MG_DL, 1, 4)
  return 9.57 * Math.log(creatinine) + 3.78 * Math.log(bilirubin) + 11.2 * Math.log(Math.max(inr, 1)) + 6.43
}
