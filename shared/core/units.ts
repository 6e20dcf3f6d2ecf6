import type { Analyte } from './analytes.ts'
import { Decimal } from './decimal.ts'

/** One unit in which an analyte is reported: value × factor = value in the analyte's own unit. */
interface Conversion {
  readonly unit: string
  readonly factor: string
  readonly source: string
}

const same = (...units: string[]): Conversion[] =>
  units.map(unit => ({ unit, factor: '1', source: 'UCUM: the same unit, written otherwise' }))

const massPerDecilitre = { unit: 'g/dL', factor: '10', source: '1 g/dL = 10 g/L' }
const katal = { unit: 'ukat/L', factor: '60', source: '1 µkat/L = 60 U/L' }
const cells = same('10*9/L', '10*3/uL')
/** Molar mass 584.66 gives 17.104; tables and scores use 17.1 and so do we. */
const bilirubin = { unit: 'mg/dL', factor: '17.1', source: 'JAMA SI conversion table: 1 mg/dL = 17.1 µmol/L' }
/** Molar mass 113.12 gives 88.402; tables and scores use 88.4 and so do we. */
const creatinine = {
  unit: 'mg/dL',
  factor: '88.4',
  source: 'JAMA SI conversion table: 1 mg/dL = 88.4 µmol/L',
}

const enzyme = [...same('U/L', '[IU]/L'), katal]

/**
 * The units that Lobule converts, per analyte, to the unit of `analytes`. HBV DNA in copies is absent on purpose:
 * copies per IU depend on the assay.
 */
const conversions: Readonly<Record<Analyte, readonly Conversion[]>> = {
  alanine_aminotransferase: enzyme,
  aspartate_aminotransferase: enzyme,
  gamma_glutamyl_transferase: enzyme,
  alkaline_phosphatase: enzyme,
  cholinesterase: [
    ...enzyme,
    { unit: 'kU/L', factor: '1000', source: '1 kU/L = 1000 U/L' },
    { unit: 'k[IU]/L', factor: '1000', source: '1 k[IU]/L = 1000 U/L' },
  ],
  bilirubin_total: [...same('umol/L'), bilirubin],
  bilirubin_direct: [...same('umol/L'), bilirubin],
  albumin: [...same('g/L'), massPerDecilitre],
  hemoglobin: [...same('g/L'), massPerDecilitre],
  immunoglobulin_g: [...same('g/L', 'mg/mL'), massPerDecilitre],
  immunoglobulin_a: [...same('g/L', 'mg/mL'), massPerDecilitre],
  immunoglobulin_m: [...same('g/L', 'mg/mL'), massPerDecilitre],
  inr: same('{INR}', '1'),
  prothrombin_time: same('s'),
  prothrombin_activity: same('%'),
  hbv_dna: [...same('[IU]/mL'), { unit: 'k[IU]/mL', factor: '1000', source: '1 k[IU]/mL = 1000 [IU]/mL' }],
  creatinine: [...same('umol/L'), creatinine],
  sodium: same('mmol/L', 'meq/L'),
  platelets: cells,
  leukocytes: cells,
  neutrophils: cells,
  alpha_fetoprotein: same('ng/mL', 'ug/L'),
  ammonia: [
    ...same('umol/L'),
    { unit: 'ug/dL', factor: '0.587', source: 'JAMA SI conversion table: 1 µg/dL (as NH3) = 0.587 µmol/L' },
  ],
}

const factors = new Map<string, Decimal>(
  Object.entries(conversions).flatMap(([analyte, rows]) =>
    rows.map(({ unit, factor }) => [`${analyte} ${unit}`, new Decimal(factor)] as const),
  ),
)

/** The UCUM units that `convert` accepts for an analyte, its own first. */
export function unitsOf(analyte: Analyte): readonly string[] {
  return conversions[analyte].map(({ unit }) => unit)
}

/** Where a conversion factor comes from, or undefined where Lobule knows none. */
export function conversionSource(analyte: Analyte, unit: string): string | undefined {
  return conversions[analyte].find(row => row.unit === unit)?.source
}

/** `value` of an analyte from one UCUM unit into another; undefined where Lobule has no factor. Reversible. */
export function convert(value: Decimal, analyte: Analyte, from: string, to: string): Decimal | undefined {
  if (from === to) return value
  const up = factors.get(`${analyte} ${from}`)
  const down = factors.get(`${analyte} ${to}`)
  return up && down ? value.times(up).dividedBy(down) : undefined
}
