import type { ChildPughInputs } from '#shared/core/scores/child-pugh.ts'
import type { Meld3Inputs } from '#shared/core/scores/meld-3.ts'

/** MELD 3.0 as one would write it by hand: nothing is checked, and only the score comes out. */
export function plainMeld3(inputs: Meld3Inputs): number {
  const bilirubin = Math.log(Math.max(inputs.bilirubinUmolPerL / 17.1, 1))
  const inr = Math.log(Math.max(inputs.inr, 1))
  const creatinine = Math.log(
    inputs.dialysis ? 3 : Math.min(Math.max(inputs.creatinineUmolPerL / 88.4, 1), 3),
  )
  const sodium = 137 - Math.min(Math.max(inputs.sodiumMmolPerL, 125), 137)
  const albumin = 3.5 - Math.min(Math.max(inputs.albuminGPerL / 10, 1.5), 3.5)
  const base = inputs.sex === 'female' || inputs.ageYears < 18 ? 7.33 : 6
  const score = Math.round(
    base +
      4.56 * bilirubin +
      0.82 * sodium -
      0.24 * sodium * bilirubin +
      9.09 * inr +
      11.14 * creatinine +
      1.85 * albumin -
      1.83 * albumin * creatinine,
  )
  return Math.min(Math.max(score, 6), 40)
}

/** Child-Pugh as one would write it by hand: nothing is checked, and only the total comes out. */
export function plainChildPugh(inputs: ChildPughInputs): number {
  let total = 0
  total += inputs.bilirubinUmolPerL < 34.2 ? 1 : inputs.bilirubinUmolPerL <= 51.3 ? 2 : 3
  total += inputs.albuminGPerL > 35 ? 1 : inputs.albuminGPerL >= 28 ? 2 : 3
  total += inputs.inr < 1.7 ? 1 : inputs.inr <= 2.3 ? 2 : 3
  total += inputs.ascites === 'none' ? 1 : inputs.ascites === 'slight' ? 2 : 3
  total += inputs.encephalopathy === 'none' ? 1 : inputs.encephalopathy === 'grade_1_2' ? 2 : 3
  return total
}
