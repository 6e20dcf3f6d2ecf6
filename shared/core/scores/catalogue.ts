import { z } from 'zod'
import { type LocalizedText, text } from '../text.ts'
import { albiRequirements } from './albi.ts'
import { apriRequirements } from './apri.ts'
import { egfrRequirements } from './egfr.ts'
import { fib4Requirements } from './fib4.ts'
import { meldRequirements } from './meld.ts'
import { meld3Requirements } from './meld-3.ts'
import { meldNaRequirements } from './meld-na.ts'
import { portalVeinRequirements } from './portal-vein.ts'
import { nrRequirements, rRequirements } from './r-value.ts'

/** The scores that the screens show. */
export const ScoreId = z.enum([
  'meld',
  'meld_na',
  'meld_3_0',
  'child_pugh',
  'albi',
  'apri',
  'fib_4',
  'r_value',
  'nr_value',
  'egfr_ckd_epi_2021',
  'portal_flow',
  'congestion_index',
])
export type ScoreId = z.infer<typeof ScoreId>

/** What a screen says of a score beside its value. */
export interface ScoreDefinition {
  readonly name: LocalizedText
  /** UCUM. */
  readonly unit: string
  /** On one line, in the units in which it was published. */
  readonly formula: string
  readonly source: string
  /** What the formula can give; undefined where it has no such bound. */
  readonly range: { readonly low: number | undefined; readonly high: number | undefined }
  /** Decimals shown; never used before a comparison. */
  readonly decimals: number
  /** The fields of its inputs, each with its unit in its name. */
  readonly inputs: readonly string[]
}

const NO_BOUNDS = { low: undefined, high: undefined } as const
const ABOVE_NOTHING = { low: 0, high: undefined } as const
const MELD_RANGE = { low: 6, high: 40 } as const

const meldScores = {
  meld: {
    name: text('MELD (UNOS)', 'MELD评分（UNOS）'),
    unit: '{score}',
    formula:
      'MELD(i) = 0.957 ln(Cr mg/dL) + 0.378 ln(bilirubin mg/dL) + 1.120 ln(INR) + 0.643, to one decimal, × 10; each ≥ 1.0; Cr ≤ 4.0, on dialysis 4.0',
    source: 'OPTN policy 9.1.D (MELD before 2016)',
    range: MELD_RANGE,
    decimals: 0,
    inputs: Object.keys(meldRequirements),
  },
  meld_na: {
    name: text('MELD-Na (OPTN 2016)', 'MELD-Na评分（OPTN 2016）'),
    unit: '{score}',
    formula:
      'MELD > 11: MELD + 1.32 (137 − Na) − 0.033 MELD (137 − Na), MELD already rounded; else MELD; Na 125 to 137',
    source: 'OPTN policy 9.1.D, January 2016 to July 2023',
    range: MELD_RANGE,
    decimals: 0,
    inputs: Object.keys(meldNaRequirements),
  },
  meld_3_0: {
    name: text('MELD 3.0', 'MELD 3.0评分'),
    unit: '{score}',
    formula:
      '1.33 (female) + 4.56 ln(bilirubin) + 0.82 (137 − Na) − 0.24 (137 − Na) ln(bilirubin) + 9.09 ln(INR) + 11.14 ln(Cr) + 1.85 (3.5 − Alb) − 1.83 (3.5 − Alb) ln(Cr) + 6; bilirubin, INR, Cr ≥ 1.0; Cr ≤ 3.0, on dialysis 3.0; Na 125 to 137; Alb 1.5 to 3.5 g/dL',
    source: 'Kim WR et al. 2021, doi 10.1053/j.gastro.2021.08.050; OPTN from 13 July 2023',
    range: MELD_RANGE,
    decimals: 0,
    inputs: Object.keys(meld3Requirements),
  },
} as const satisfies Partial<Record<ScoreId, ScoreDefinition>>

const liverScores = {
  child_pugh: {
    name: text('Child-Pugh', 'Child-Pugh评分'),
    unit: '{score}',
    formula:
      'bilirubin < 2, 2–3, > 3 mg/dL; albumin > 35, 28–35, < 28 g/L; INR < 1.7, 1.7–2.3, > 2.3 or PT < 4, 4–6, > 6 s prolonged; ascites none, slight, moderate or severe; encephalopathy none, 1–2, 3–4: 1, 2, 3 points each; A 5–6, B 7–9, C 10–15',
    source: 'MSD Manual, Child-Turcotte-Pugh table, 2023',
    range: { low: 5, high: 15 },
    decimals: 0,
    inputs: [
      'bilirubinUmolPerL',
      'albuminGPerL',
      'inr',
      'prothrombinSecondsProlonged',
      'ascites',
      'encephalopathy',
    ],
  },
  albi: {
    name: text('ALBI', 'ALBI评分'),
    unit: '{score}',
    formula:
      '0.66 log10(bilirubin µmol/L) − 0.085 (albumin g/L); grade 1 ≤ −2.60, grade 2 to ≤ −1.39, grade 3 above',
    source: 'Johnson PJ et al. 2015, J Clin Oncol; doi 10.3892/etm.2018.5748 (HBV cohort)',
    range: NO_BOUNDS,
    decimals: 2,
    inputs: Object.keys(albiRequirements),
  },
  apri: {
    name: text('APRI', 'APRI指数'),
    unit: '1',
    formula: '(AST / upper limit of AST) / platelets (10⁹/L) × 100',
    source: 'PMC3286137, Table 1',
    range: ABOVE_NOTHING,
    decimals: 2,
    inputs: Object.keys(apriRequirements),
  },
  fib_4: {
    name: text('FIB-4', 'FIB-4指数'),
    unit: '1',
    formula: 'age (years) × AST / (platelets (10⁹/L) × √ALT)',
    source: 'PMC3286137, Table 1',
    range: ABOVE_NOTHING,
    decimals: 2,
    inputs: Object.keys(fib4Requirements),
  },
  r_value: {
    name: text('R value', 'R值'),
    unit: '1',
    formula:
      '(ALT / upper limit of ALT) / (ALP / upper limit of ALP); > 5 hepatocellular, 2–5 mixed, < 2 cholestatic',
    source: 'hep-explorer; thresholds: termedia 54811',
    range: ABOVE_NOTHING,
    decimals: 2,
    inputs: Object.keys(rRequirements),
  },
  nr_value: {
    name: text('nR value', 'nR值'),
    unit: '1',
    formula: 'the higher of ALT and AST as multiples of their upper limits / (ALP / upper limit of ALP)',
    source: 'hep-explorer',
    range: ABOVE_NOTHING,
    decimals: 2,
    inputs: Object.keys(nrRequirements),
  },
} as const satisfies Partial<Record<ScoreId, ScoreDefinition>>

const otherScores = {
  egfr_ckd_epi_2021: {
    name: text('eGFR (CKD-EPI 2021)', '估算肾小球滤过率（CKD-EPI 2021）'),
    unit: 'mL/min/{1.73_m2}',
    formula:
      '142 × min(Cr/κ, 1)^α × max(Cr/κ, 1)^−1.200 × 0.9938^age × 1.012 (female); κ 0.7 F, 0.9 M; α −0.241 F, −0.302 M; Cr mg/dL; adults',
    source: 'CKD-EPI creatinine equation 2021 (kidney.org, NIDDK)',
    range: ABOVE_NOTHING,
    decimals: 0,
    inputs: Object.keys(egfrRequirements),
  },
  portal_flow: {
    name: text('portal vein flow', '门静脉血流量'),
    unit: 'mL/min',
    formula: 'π (diameter cm / 2)² × mean velocity (cm/s) × 60',
    source: 'Moriyasu F et al. 1985, Kanzo 26:208 (principle)',
    range: ABOVE_NOTHING,
    decimals: 0,
    inputs: Object.keys(portalVeinRequirements),
  },
  congestion_index: {
    name: text('congestion index', '门静脉淤血指数'),
    unit: 'cm.s',
    formula: 'π (diameter cm / 2)² / mean velocity (cm/s)',
    source: 'Moriyasu F et al. 1986, AJR 146:735-9',
    range: ABOVE_NOTHING,
    decimals: 3,
    inputs: Object.keys(portalVeinRequirements),
  },
} as const satisfies Partial<Record<ScoreId, ScoreDefinition>>

/** Every score that the screens show, with what they say of it. */
export const scoreCatalogue: Readonly<Record<ScoreId, ScoreDefinition>> = {
  ...meldScores,
  ...liverScores,
  ...otherScores,
}
