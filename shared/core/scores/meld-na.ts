import { plausible } from './inputs.ts'
import { type MeldInputs, meldRequirements, rawMeld } from './meld.ts'
import { bounded, type Requirements, roundedHalfUp, scorer } from './result.ts'

export interface MeldNaInputs extends MeldInputs {
  readonly sodiumMmolPerL: number
}

/** `scoreIfMeldNotRounded` is the variant that skips the rounding of MELD(i): shown beside, never instead. */
export interface MeldNaScore {
  readonly meld: number
  readonly score: number
  readonly scoreIfMeldNotRounded: number
}

export const meldNaRequirements: Requirements<MeldNaInputs> = {
  ...meldRequirements,
  sodiumMmolPerL: plausible.sodiumMmolPerL,
}

/**
 * MELD-Na as OPTN allocated by from January 2016 to July 2023. The policy rounds MELD(i) before the sodium term, so
 * that a raw MELD from 11.0 to 11.5 gets none: a step of about 11 points that the formula has and we keep.
 */
export const meldNa = scorer(meldNaRequirements, (inputs: MeldNaInputs): MeldNaScore => {
  const raw = rawMeld(inputs)
  const meld = bounded(roundedHalfUp(raw), 6, 40)
  return {
    meld,
    score: withSodium(meld, inputs.sodiumMmolPerL),
    scoreIfMeldNotRounded: withSodium(raw, inputs.sodiumMmolPerL),
  }
})

function withSodium(meld: number, sodiumMmolPerL: number): number {
  const deficit = 137 - bounded(sodiumMmolPerL, 125, 137)
  const score = meld > 11 ? meld + 1.32 * deficit - 0.033 * meld * deficit : meld
  return bounded(roundedHalfUp(score), 6, 40)
}
