import { rawMeld } from './meld.ts'
import { type MeldNaInputs, meldNaRequirements } from './meld-na.ts'
import { bounded, scorer } from './result.ts'

/** Both unrounded and without an upper bound: the publication names none. */
export interface KimScore {
  readonly meld: number
  readonly meldNa: number
}

/** MELD-Na of Kim 2008 (doi 10.1056/NEJMoa0801209): another score than that of OPTN, sodium from 125 to 140. */
export const meldNaKim = scorer(meldNaRequirements, (inputs: MeldNaInputs): KimScore => {
  const meld = rawMeld(inputs)
  const sodium = bounded(inputs.sodiumMmolPerL, 125, 140)
  return { meld, meldNa: meld - sodium - 0.025 * meld * (140 - sodium) + 140 }
})
