import { z } from 'zod'
import { albi } from '../albi.ts'
import { apri } from '../apri.ts'
import { childPugh, cholestaticBilirubinPoints } from '../child-pugh.ts'
import { fib4 } from '../fib4.ts'
import { nrValue, rValue } from '../r-value.ts'
import { roundedTo } from '../result.ts'
import { CalcError, calculation, scoreOf } from './define.ts'
import { albumin, albuminOf, bilirubin, bilirubinOf, concentrationUnit, inOwnUnit, number } from './fields.ts'

const encephalopathyBands = { none: 'none', 'grade1-2': 'grade_1_2', 'grade3-4': 'grade_3_4' } as const

const childPughCalculation = calculation(
  {
    ...bilirubin,
    ...albumin,
    ascites: z.enum(['none', 'slight', 'moderate_severe']),
    encephalopathy: z.enum(['none', 'grade1-2', 'grade3-4']),
    inr: number.optional(),
    pt_seconds_prolonged: number.optional(),
    bilirubin_bands: z.enum(['mg_dL', 'SI']).optional(),
  },
  inputs => {
    if (inputs.inr !== undefined && inputs.pt_seconds_prolonged !== undefined) {
      throw new CalcError('pt_seconds_prolonged', 'INR or seconds, never both')
    }
    const given = {
      bilirubinUmolPerL: bilirubinOf(inputs),
      albuminGPerL: albuminOf(inputs),
      inr: inputs.inr,
      prothrombinSecondsProlonged: inputs.pt_seconds_prolonged,
      ascites: inputs.ascites,
      encephalopathy: encephalopathyBands[inputs.encephalopathy],
    }
    const {
      total,
      points,
      class: cls,
    } = scoreOf(
      childPugh(given, {
        bilirubinBands: inputs.bilirubin_bands === 'SI' ? 'si_printed' : 'mg_dl',
        coagulation: inputs.pt_seconds_prolonged === undefined ? 'inr' : 'prothrombin_seconds',
      }),
      inputs,
    )
    return { score: total, cls, points }
  },
)

const cholestaticPoints = calculation({ ...bilirubin, disease: z.literal('PBC/PSC') }, inputs => {
  const given = { bilirubinUmolPerL: bilirubinOf(inputs) }
  return { points: scoreOf(cholestaticBilirubinPoints(given), inputs) }
})

const albiCalculation = calculation(
  { bilirubin: number, bilirubin_unit: concentrationUnit, ...albumin },
  inputs => {
    const given = {
      bilirubinUmolPerL: inOwnUnit(inputs.bilirubin, 'bilirubin_total', inputs.bilirubin_unit),
      albuminGPerL: albuminOf(inputs),
    }
    const { score, grade } = scoreOf(albi(given), { albumin_g_L: undefined, ...inputs })
    return { score, score_2dp: roundedTo(score, 2), grade }
  },
)

const apriCalculation = calculation(
  { ast_U_L: number, ast_uln_U_L: number, platelets_1e9_L: number },
  inputs => {
    const given = {
      astUPerL: inputs.ast_U_L,
      astUpperLimitUPerL: inputs.ast_uln_U_L,
      plateletsGigaPerL: inputs.platelets_1e9_L,
    }
    const value = scoreOf(apri(given), inputs)
    return { apri: value, apri_2dp: roundedTo(value, 2) }
  },
)

const fib4Calculation = calculation(
  { age_y: number, ast_U_L: number, alt_U_L: number, platelets_1e9_L: number },
  inputs => {
    const given = {
      ageYears: inputs.age_y,
      astUPerL: inputs.ast_U_L,
      altUPerL: inputs.alt_U_L,
      plateletsGigaPerL: inputs.platelets_1e9_L,
    }
    const value = scoreOf(fib4(given), inputs)
    return { fib4: value, fib4_2dp: roundedTo(value, 2) }
  },
)

const rCalculation = calculation(
  {
    alt_U_L: number,
    alt_uln: number,
    alp_U_L: number,
    alp_uln: number,
    ast_U_L: number.optional(),
    ast_uln: number.optional(),
  },
  inputs => {
    const given = {
      altUPerL: inputs.alt_U_L,
      altUpperLimitUPerL: inputs.alt_uln,
      alpUPerL: inputs.alp_U_L,
      alpUpperLimitUPerL: inputs.alp_uln,
      astUPerL: inputs.ast_U_L,
      astUpperLimitUPerL: inputs.ast_uln,
    }
    const r = scoreOf(rValue(given), inputs)
    const result = { R: r.ratio, pattern: r.pattern }
    if (inputs.ast_U_L === undefined && inputs.ast_uln === undefined) return result
    const nr = scoreOf(nrValue(given), inputs)
    return { ...result, nR: nr.ratio, nR_pattern: nr.pattern }
  },
)

/** The calculations of the liver, by the names that the command takes. */
export const liverCalculations = {
  child_pugh: childPughCalculation,
  child_pugh_pbc_bilirubin_points: cholestaticPoints,
  albi: albiCalculation,
  apri: apriCalculation,
  fib4: fib4Calculation,
  r_value: rCalculation,
}
