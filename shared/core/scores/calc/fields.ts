import { z } from 'zod'
import type { Analyte } from '../../analytes.ts'
import { Decimal } from '../../decimal.ts'
import { convert } from '../../units.ts'
import type { Sex } from '../inputs.ts'
import { CalcError } from './define.ts'

/** A measurement as JSON writes it. */
export const number = z.number({ error: 'must be a number' })
export const sex = z.enum(['F', 'M']).transform((letter): Sex => (letter === 'F' ? 'female' : 'male'))
export const concentrationUnit = z.enum(['mg/dL', 'umol/L'])

export const bilirubin = { bilirubin_mg_dL: number.optional(), bilirubin_umol_L: number.optional() }
export const creatinine = { creatinine_mg_dL: number.optional(), creatinine_umol_L: number.optional() }
export const albumin = { albumin_g_dL: number.optional(), albumin_g_L: number.optional() }

interface Written {
  readonly bilirubin_mg_dL?: number | undefined
  readonly bilirubin_umol_L?: number | undefined
  readonly creatinine_mg_dL?: number | undefined
  readonly creatinine_umol_L?: number | undefined
  readonly albumin_g_dL?: number | undefined
  readonly albumin_g_L?: number | undefined
}

/** Bilirubin in µmol/L from whichever unit was written. */
export function bilirubinOf({ bilirubin_mg_dL, bilirubin_umol_L }: Written): number | undefined {
  const converted = inOwnUnit(bilirubin_mg_dL, 'bilirubin_total', 'mg/dL')
  return oneOf('bilirubin_mg_dL', converted, bilirubin_umol_L)
}

/** Creatinine in µmol/L from whichever unit was written. */
export function creatinineOf({ creatinine_mg_dL, creatinine_umol_L }: Written): number | undefined {
  const converted = inOwnUnit(creatinine_mg_dL, 'creatinine', 'mg/dL')
  return oneOf('creatinine_mg_dL', converted, creatinine_umol_L)
}

/** Albumin in g/L from whichever unit was written. */
export function albuminOf({ albumin_g_dL, albumin_g_L }: Written): number | undefined {
  return oneOf('albumin_g_dL', inOwnUnit(albumin_g_dL, 'albumin', 'g/dL'), albumin_g_L)
}

/** A value in the analyte's own unit, by exact decimals: 2 mg/dL of bilirubin are 34.2 µmol/L and nothing near it. */
export function inOwnUnit(value: number | undefined, analyte: Analyte, unit: string): number | undefined {
  if (value === undefined) return undefined
  const own = analyte === 'albumin' ? 'g/L' : 'umol/L'
  return convert(new Decimal(value), analyte, unit, own)?.toNumber()
}

function oneOf(field: string, first: number | undefined, second: number | undefined): number | undefined {
  if (first !== undefined && second !== undefined) throw new CalcError(field, 'is given in two units')
  return first ?? second
}
