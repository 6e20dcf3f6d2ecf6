import { plausible } from './inputs.ts'
import { checksOf, type Given, isPlausible, noScore, type ScoreResult, scorer } from './result.ts'

/** Points of one component. */
export type Points = 1 | 2 | 3

/** Ascites in the words of the score; how a grade of ascites maps to them is the site's choice. */
export type AscitesBand = 'none' | 'slight' | 'moderate_severe'

/** West Haven grades in the bands of the score. */
export type EncephalopathyBand = 'none' | 'grade_1_2' | 'grade_3_4'

/** Only the one coagulation test that the variant names is read. */
export interface ChildPughInputs {
  readonly bilirubinUmolPerL: number
  readonly albuminGPerL: number
  readonly inr: number
  readonly prothrombinSecondsProlonged: number
  readonly ascites: AscitesBand
  readonly encephalopathy: EncephalopathyBand
}

/**
 * What the sources leave open, named by the caller: the bilirubin bands in mg/dL (2 and 3, that is 34.2 and
 * 51.3 µmol/L) or as printed in SI (34 and 51), and the INR or the seconds.
 */
export interface ChildPughVariant {
  readonly bilirubinBands: 'mg_dl' | 'si_printed'
  readonly coagulation: 'inr' | 'prothrombin_seconds'
}

export interface ChildPughScore {
  readonly points: Readonly<Record<ChildPughComponent, Points>>
  readonly total: number
  readonly class: 'A' | 'B' | 'C'
}

type ChildPughComponent = 'bilirubin' | 'albumin' | 'coagulation' | 'ascites' | 'encephalopathy'

/** Limits are converted, not values: a printed 34.2 µmol/L then meets 34.2 and not a quotient near 2. */
const bilirubinLimits = {
  mg_dl: { low: 34.2, high: 51.3 },
  si_printed: { low: 34, high: 51 },
} as const

const shared = {
  bilirubinUmolPerL: plausible.bilirubinUmolPerL,
  albuminGPerL: plausible.albuminGPerL,
  ascites: 'said',
  encephalopathy: 'said',
} as const

const checks = {
  inr: checksOf({ ...shared, inr: plausible.inr }),
  prothrombin_seconds: checksOf({
    ...shared,
    prothrombinSecondsProlonged: plausible.prothrombinSecondsProlonged,
  }),
}

/** Child-Pugh; a value on a limit has 2 points (MSD Manual, Child-Turcotte-Pugh, 2023). */
export function childPugh(
  given: Given<ChildPughInputs>,
  variant: ChildPughVariant,
): ScoreResult<ChildPughScore> {
  const none = isComplete(given, variant) ? undefined : noScore(given, checks[variant.coagulation])
  return none ?? { state: 'scored', value: scored(given as ChildPughInputs, variant) }
}

/** The requirements as one expression: a cohort's scores are wanted by the hundred thousand. */
function isComplete(given: Given<ChildPughInputs>, { coagulation }: ChildPughVariant): boolean {
  return (
    isPlausible(given.bilirubinUmolPerL, plausible.bilirubinUmolPerL) &&
    isPlausible(given.albuminGPerL, plausible.albuminGPerL) &&
    given.ascites !== undefined &&
    given.encephalopathy !== undefined &&
    (coagulation === 'inr'
      ? isPlausible(given.inr, plausible.inr)
      : isPlausible(given.prothrombinSecondsProlonged, plausible.prothrombinSecondsProlonged))
  )
}

function scored(inputs: ChildPughInputs, variant: ChildPughVariant): ChildPughScore {
  const { ascites, encephalopathy } = inputs
  const points: ChildPughScore['points'] = {
    bilirubin: rising(inputs.bilirubinUmolPerL, bilirubinLimits[variant.bilirubinBands]),
    albumin: inputs.albuminGPerL > 35 ? 1 : inputs.albuminGPerL >= 28 ? 2 : 3,
    coagulation:
      variant.coagulation === 'inr'
        ? rising(inputs.inr, inrLimits)
        : rising(inputs.prothrombinSecondsProlonged, secondsLimits),
    ascites: ascites === 'none' ? 1 : ascites === 'slight' ? 2 : 3,
    encephalopathy: encephalopathy === 'none' ? 1 : encephalopathy === 'grade_1_2' ? 2 : 3,
  }
  const total =
    points.bilirubin + points.albumin + points.coagulation + points.ascites + points.encephalopathy
  return { points, total, class: total <= 6 ? 'A' : total <= 9 ? 'B' : 'C' }
}

interface Limits {
  readonly low: number
  readonly high: number
}

const inrLimits: Limits = { low: 1.7, high: 2.3 }
const secondsLimits: Limits = { low: 4, high: 6 }

function rising(value: number, { low, high }: Limits): Points {
  return value < low ? 1 : value <= high ? 2 : 3
}

/** Points for bilirubin in primary biliary or sclerosing cholangitis (4 and 10 mg/dL); not for HBV cirrhosis. */
export const cholestaticBilirubinPoints = scorer(
  { bilirubinUmolPerL: plausible.bilirubinUmolPerL },
  ({ bilirubinUmolPerL }: { readonly bilirubinUmolPerL: number }): Points =>
    rising(bilirubinUmolPerL, { low: 68.4, high: 171 }),
)
