import { z } from 'zod'
import { expeditedDays } from '../../adverse-events/expedited.ts'
import { NaranjoItems, naranjo } from '../../adverse-events/naranjo.ts'
import {
  HepatocellularRucam,
  hepatocellularRucam,
  RUCAM_RANGE,
  rucamCategory,
} from '../../adverse-events/rucam.ts'
import { edishCuts, edishQuadrant, mdishCuts } from '../edish.ts'
import { admiralHysLaw, isHysLawCandidate } from '../hys-law.ts'
import { plausible } from '../inputs.ts'
import { calculation } from './define.ts'
import { number } from './fields.ts'

const multiple = number.min(plausible.multiple.low).max(plausible.multiple.high)

const edishCalculation = calculation({ peak_ALT_xULN: multiple, peak_TB_xULN: multiple }, inputs => ({
  quadrant: edishQuadrant({ alt: inputs.peak_ALT_xULN, bilirubin: inputs.peak_TB_xULN }, edishCuts),
}))

const mdishCalculation = calculation(
  { peak_ALT_xBaseline: multiple, peak_TB_xBaseline: multiple },
  inputs => ({
    quadrant: edishQuadrant(
      { alt: inputs.peak_ALT_xBaseline, bilirubin: inputs.peak_TB_xBaseline },
      mdishCuts,
    ),
  }),
)

const hysLawCalculation = calculation(
  { ALT_or_AST_xULN: multiple, BILI_xULN: multiple, bili_minus_alt_days: z.int() },
  inputs => {
    const finding = {
      transaminase: inputs.ALT_or_AST_xULN,
      bilirubin: inputs.BILI_xULN,
      alp: undefined,
      daysToBilirubin: inputs.bili_minus_alt_days,
    }
    return { flag: isHysLawCandidate(finding, admiralHysLaw) }
  },
)

const naranjoCalculation = calculation({ item_scores: NaranjoItems }, inputs => naranjo(inputs.item_scores))

const rucamCategoryCalculation = calculation(
  { total: z.int().min(RUCAM_RANGE.low).max(RUCAM_RANGE.high) },
  inputs => ({ category: rucamCategory(inputs.total) }),
)

/** "NA->0" is how reports write an item that could not be judged and has 0 points. */
const item = <S extends z.ZodType>(points: S) =>
  z.preprocess(written => (written === 'NA->0' ? 0 : written), points)

const { onset, course, riskFactors, concomitant, ...further } = HepatocellularRucam.shape

const rucamCalculation = calculation(
  {
    onset: item(onset),
    course: item(course),
    risk_factors: item(riskFactors),
    concomitant: item(concomitant),
    alternative_causes: item(further.alternativeCauses),
    previous_hepatotoxicity: item(further.previousHepatotoxicity),
    rechallenge: item(further.rechallenge),
  },
  inputs =>
    hepatocellularRucam({
      onset: inputs.onset,
      course: inputs.course,
      riskFactors: inputs.risk_factors,
      concomitant: inputs.concomitant,
      alternativeCauses: inputs.alternative_causes,
      previousHepatotoxicity: inputs.previous_hepatotoxicity,
      rechallenge: inputs.rechallenge,
    }),
)

const expeditedCalculation = calculation(
  {
    serious: z.boolean(),
    fatal: z.boolean(),
    life_threatening: z.boolean(),
    suspected_and_unexpected: z.boolean(),
  },
  inputs => {
    const { calendarDays, followUpDays } = expeditedDays({
      serious: inputs.serious,
      fatal: inputs.fatal,
      lifeThreatening: inputs.life_threatening,
      suspectedAndUnexpected: inputs.suspected_and_unexpected,
    })
    return { calendar_days: calendarDays, followup_additional_days: followUpDays }
  },
)

/** The calculations of drug safety, by the names that the command takes. */
export const safetyCalculations = {
  edish_quadrant_xULN: edishCalculation,
  mdish_quadrant_xBaseline: mdishCalculation,
  hys_law_lab_screen_admiral: hysLawCalculation,
  naranjo: naranjoCalculation,
  rucam_category: rucamCategoryCalculation,
  rucam_hepatocellular: rucamCalculation,
  ich_e2a_expedited_days: expeditedCalculation,
}
