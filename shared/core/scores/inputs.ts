import { z } from 'zod'
import type { PlausibleRange } from './result.ts'

/** The sex that a formula asks for. */
export const Sex = z.enum(['female', 'male'])
export type Sex = z.infer<typeof Sex>

/** µmol/L in 1 mg/dL, as tables and scores use them: units.ts says why not 17.104. */
export const BILIRUBIN_UMOL_PER_MG_DL = 17.1
export const CREATININE_UMOL_PER_MG_DL = 88.4

/**
 * What a living patient can have, in the unit of the field's name; wide on purpose. They are ours, not a
 * laboratory's: they find a value in the wrong unit or a slipped decimal point and say nothing of health.
 */
export const plausible = {
  bilirubinUmolPerL: { low: 0.5, high: 2000 },
  creatinineUmolPerL: { low: 5, high: 3000 },
  albuminGPerL: { low: 5, high: 80 },
  inr: { low: 0.5, high: 20 },
  prothrombinSecondsProlonged: { low: -20, high: 200 },
  sodiumMmolPerL: { low: 90, high: 200 },
  plateletsGigaPerL: { low: 1, high: 5000 },
  enzymeUPerL: { low: 0.1, high: 100_000 },
  enzymeUpperLimitUPerL: { low: 1, high: 1000 },
  multiple: { low: 0, high: 10_000 },
  ageYears: { low: 0, high: 125 },
  adultAgeYears: { low: 18, high: 125 },
  weightKg: { low: 20, high: 400 },
  diameterMm: { low: 1, high: 60 },
  meanVelocityCmPerS: { low: 0.1, high: 200 },
} as const satisfies Readonly<Record<string, PlausibleRange>>
