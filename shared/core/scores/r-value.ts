import { plausible } from './inputs.ts'
import { multipleOf, scorer } from './result.ts'

/** ALT and ALP of one sample with the upper limits printed beside them. */
export interface RInputs {
  readonly altUPerL: number
  readonly altUpperLimitUPerL: number
  readonly alpUPerL: number
  readonly alpUpperLimitUPerL: number
}

/** AST of the same sample as well. */
export interface NrInputs extends RInputs {
  readonly astUPerL: number
  readonly astUpperLimitUPerL: number
}

/** Exactly 2 and exactly 5 are mixed; RUCAM counts them outwards, which is another rule. */
export interface RScore {
  readonly ratio: number
  readonly pattern: 'hepatocellular' | 'mixed' | 'cholestatic'
}

export const rRequirements = {
  altUPerL: plausible.enzymeUPerL,
  altUpperLimitUPerL: plausible.enzymeUpperLimitUPerL,
  alpUPerL: plausible.enzymeUPerL,
  alpUpperLimitUPerL: plausible.enzymeUpperLimitUPerL,
}

export const nrRequirements = {
  ...rRequirements,
  astUPerL: plausible.enzymeUPerL,
  astUpperLimitUPerL: plausible.enzymeUpperLimitUPerL,
}

/** R: multiples of the upper limit, ALT over ALP. */
export const rValue = scorer(rRequirements, (inputs: RInputs) =>
  patternOf(multipleOf(inputs.altUPerL, inputs.altUpperLimitUPerL), inputs),
)

/** nR: as R, with ALT or AST, whichever is the higher multiple. */
export const nrValue = scorer(nrRequirements, (inputs: NrInputs) => {
  const alt = multipleOf(inputs.altUPerL, inputs.altUpperLimitUPerL)
  return patternOf(Math.max(alt, multipleOf(inputs.astUPerL, inputs.astUpperLimitUPerL)), inputs)
})

function patternOf(transaminase: number, { alpUPerL, alpUpperLimitUPerL }: RInputs): RScore {
  const ratio = multipleOf(transaminase, multipleOf(alpUPerL, alpUpperLimitUPerL))
  return { ratio, pattern: ratio > 5 ? 'hepatocellular' : ratio < 2 ? 'cholestatic' : 'mixed' }
}
