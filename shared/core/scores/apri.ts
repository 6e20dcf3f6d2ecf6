import { plausible } from './inputs.ts'
import { scorer } from './result.ts'

/** `astUpperLimitUPerL` is that of the laboratory that measured. */
export interface ApriInputs {
  readonly astUPerL: number
  readonly astUpperLimitUPerL: number
  readonly plateletsGigaPerL: number
}

export const apriRequirements = {
  astUPerL: plausible.enzymeUPerL,
  astUpperLimitUPerL: plausible.enzymeUpperLimitUPerL,
  plateletsGigaPerL: plausible.plateletsGigaPerL,
}

/** AST to platelet ratio index, unrounded. */
export const apri = scorer(
  apriRequirements,
  ({ astUPerL, astUpperLimitUPerL, plateletsGigaPerL }: ApriInputs): number =>
    (astUPerL / astUpperLimitUPerL / plateletsGigaPerL) * 100,
)
