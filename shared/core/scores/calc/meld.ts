import { z } from 'zod'
import { meld } from '../meld.ts'
import { meld3 } from '../meld-3.ts'
import { meldNa } from '../meld-na.ts'
import { meldNaKim } from '../meld-na-kim.ts'
import { roundedTo } from '../result.ts'
import { calculation, scoreOf } from './define.ts'
import { albumin, albuminOf, bilirubin, bilirubinOf, creatinine, creatinineOf, number } from './fields.ts'

const laboratory = { ...bilirubin, ...creatinine, inr: number }
const dialysis = { dialysis_2x_or_24hCVVHD_7d: z.boolean() }

/** An age at which MELD 3.0 is that of adults: the age is asked for only to find the young. */
const ADULT_YEARS = 18

const meldCalculation = calculation({ ...laboratory, ...dialysis }, inputs => {
  const given = {
    bilirubinUmolPerL: bilirubinOf(inputs),
    creatinineUmolPerL: creatinineOf(inputs),
    inr: inputs.inr,
    dialysis: inputs.dialysis_2x_or_24hCVVHD_7d,
  }
  const { raw, score } = scoreOf(meld(given), inputs)
  return { raw, raw_unrounded: raw, score }
})

const meldNaCalculation = calculation({ ...laboratory, ...dialysis, sodium_mmol_L: number }, inputs => {
  const given = {
    bilirubinUmolPerL: bilirubinOf(inputs),
    creatinineUmolPerL: creatinineOf(inputs),
    inr: inputs.inr,
    dialysis: inputs.dialysis_2x_or_24hCVVHD_7d,
    sodiumMmolPerL: inputs.sodium_mmol_L,
  }
  const { score, scoreIfMeldNotRounded, meld } = scoreOf(meldNa(given), inputs)
  return { score, score_if_MELDi_not_rounded: scoreIfMeldNotRounded, meld }
})

const kimCalculation = calculation(
  { ...laboratory, sodium_mmol_L: number, dialysis: z.boolean() },
  inputs => {
    const given = {
      bilirubinUmolPerL: bilirubinOf(inputs),
      creatinineUmolPerL: creatinineOf(inputs),
      inr: inputs.inr,
      dialysis: inputs.dialysis,
      sodiumMmolPerL: inputs.sodium_mmol_L,
    }
    const kim = scoreOf(meldNaKim(given), inputs)
    const unrounded = { meld_unrounded: kim.meld, meld_na_unrounded: kim.meldNa }
    return { meld: roundedTo(kim.meld, 1), meld_na: roundedTo(kim.meldNa, 1), ...unrounded }
  },
)

const meld3Calculation = calculation(
  {
    ...laboratory,
    ...dialysis,
    ...albumin,
    sodium_mmol_L: number,
    female: z.boolean(),
    age_y: number.optional(),
  },
  inputs => {
    const given = {
      bilirubinUmolPerL: bilirubinOf(inputs),
      creatinineUmolPerL: creatinineOf(inputs),
      inr: inputs.inr,
      dialysis: inputs.dialysis_2x_or_24hCVVHD_7d,
      sodiumMmolPerL: inputs.sodium_mmol_L,
      albuminGPerL: albuminOf(inputs),
      sex: inputs.female ? ('female' as const) : ('male' as const),
      ageYears: inputs.age_y ?? ADULT_YEARS,
    }
    const { raw, score, uncapped } = scoreOf(meld3(given), inputs)
    return { raw, raw_unrounded: raw, score, score_uncapped: uncapped }
  },
)

/** The calculations of the MELD family, by the names that the command takes. */
export const meldCalculations = {
  meld: meldCalculation,
  meld_na_optn2016: meldNaCalculation,
  meld_na_kim2008: kimCalculation,
  meld_3_0: meld3Calculation,
}
