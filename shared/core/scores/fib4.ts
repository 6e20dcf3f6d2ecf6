import { plausible } from './inputs.ts'
import { scorer } from './result.ts'

export interface Fib4Inputs {
  readonly ageYears: number
  readonly astUPerL: number
  readonly altUPerL: number
  readonly plateletsGigaPerL: number
}

export const fib4Requirements = {
  ageYears: plausible.ageYears,
  astUPerL: plausible.enzymeUPerL,
  altUPerL: plausible.enzymeUPerL,
  plateletsGigaPerL: plausible.plateletsGigaPerL,
}

/** FIB-4, unrounded. */
export const fib4 = scorer(
  fib4Requirements,
  ({ ageYears, astUPerL, altUPerL, plateletsGigaPerL }: Fib4Inputs): number =>
    (ageYears * astUPerL) / (plateletsGigaPerL * Math.sqrt(altUPerL)),
)
