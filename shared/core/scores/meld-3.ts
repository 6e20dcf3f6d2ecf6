import { BILIRUBIN_UMOL_PER_MG_DL, CREATININE_UMOL_PER_MG_DL, plausible, type Sex } from './inputs.ts'
import type { MeldInputs } from './meld.ts'
import { meldNaRequirements } from './meld-na.ts'
import { bounded, type Given, isPlausible, type Requirements, roundedHalfUp, scorer } from './result.ts'

/** `sex` is the one used for allocation; from 12 to 17 years it does not count. */
export interface Meld3Inputs extends MeldInputs {
  readonly sodiumMmolPerL: number
  readonly albuminGPerL: number
  readonly sex: Sex
  readonly ageYears: number
}

/** `score` is held between 6 and 40 as OPTN does; `uncapped` has no upper bound, as in the publication. */
export interface Meld3Score {
  readonly raw: number
  readonly score: number
  readonly uncapped: number
}

/** Below 12 years the formula does not apply. */
const ageYears = { low: 12, high: plausible.ageYears.high } as const

export const meld3Requirements: Requirements<Meld3Inputs> = {
  ...meldNaRequirements,
  albuminGPerL: plausible.albuminGPerL,
  sex: 'said',
  ageYears,
}

const { bilirubinUmolPerL, creatinineUmolPerL, inr, sodiumMmolPerL, albuminGPerL } = plausible

function isComplete(given: Given<Meld3Inputs>): boolean {
  return (
    isPlausible(given.bilirubinUmolPerL, bilirubinUmolPerL) &&
    isPlausible(given.creatinineUmolPerL, creatinineUmolPerL) &&
    isPlausible(given.inr, inr) &&
    given.dialysis !== undefined &&
    isPlausible(given.sodiumMmolPerL, sodiumMmolPerL) &&
    isPlausible(given.albuminGPerL, albuminGPerL) &&
    given.sex !== undefined &&
    isPlausible(given.ageYears, ageYears)
  )
}

/** MELD 3.0 (Kim 2021, doi 10.1053/j.gastro.2021.08.050; OPTN from 13 July 2023). */
export const meld3 = scorer(
  meld3Requirements,
  (inputs: Meld3Inputs): Meld3Score => {
    const raw = rawMeld3(inputs)
    const uncapped = roundedHalfUp(raw)
    return { raw, score: bounded(uncapped, 6, 40), uncapped }
  },
  isComplete,
)

function rawMeld3(inputs: Meld3Inputs): number {
  const lnBilirubin = Math.log(Math.max(inputs.bilirubinUmolPerL / BILIRUBIN_UMOL_PER_MG_DL, 1))
  const creatinine = inputs.creatinineUmolPerL / CREATININE_UMOL_PER_MG_DL
  const lnCreatinine = Math.log(inputs.dialysis ? 3 : bounded(creatinine, 1, 3))
  const sodium = 137 - bounded(inputs.sodiumMmolPerL, 125, 137)
  const albumin = 3.5 - bounded(inputs.albuminGPerL / 10, 1.5, 3.5)
  return (
    constant(inputs) +
    4.56 * lnBilirubin +
    0.82 * sodium -
    0.24 * sodium * lnBilirubin +
    9.09 * Math.log(Math.max(inputs.inr, 1)) +
    11.14 * lnCreatinine +
    1.85 * albumin -
    1.83 * albumin * lnCreatinine
  )
}

function constant({ sex, ageYears }: Meld3Inputs): number {
  return ageYears < 18 || sex === 'female' ? 7.33 : 6
}
