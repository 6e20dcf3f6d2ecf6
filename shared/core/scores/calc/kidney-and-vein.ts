import { z } from 'zod'
import { cockcroftGault } from '../cockcroft-gault.ts'
import { egfrCkdEpi2009, egfrCkdEpi2021 } from '../egfr.ts'
import { portalVein } from '../portal-vein.ts'
import { roundedTo } from '../result.ts'
import { calculation, scoreOf } from './define.ts'
import { concentrationUnit, inOwnUnit, number, sex } from './fields.ts'

const filtration = { creatinine: number, unit: concentrationUnit, age_y: number, sex }

const egfrCalculation = (formula: typeof egfrCkdEpi2021) =>
  calculation(filtration, inputs => {
    const given = {
      creatinineUmolPerL: inOwnUnit(inputs.creatinine, 'creatinine', inputs.unit),
      ageYears: inputs.age_y,
      sex: inputs.sex,
    }
    const egfr = scoreOf(formula(given), inputs)
    return { egfr, egfr_int: roundedTo(egfr, 0) }
  })

const clearanceCalculation = calculation(
  { ...filtration, weight_kg: number, weight_basis: z.enum(['actual', 'ideal', 'adjusted']).optional() },
  inputs => {
    const given = {
      creatinineUmolPerL: inOwnUnit(inputs.creatinine, 'creatinine', inputs.unit),
      ageYears: inputs.age_y,
      sex: inputs.sex,
      weightKg: inputs.weight_kg,
    }
    const clearance = scoreOf(cockcroftGault(given), inputs)
    return { crcl_mL_min: clearance, weight_basis: inputs.weight_basis ?? 'not stated' }
  },
)

const portalVeinCalculation = calculation({ diameter_mm: number, mean_velocity_cm_s: number }, inputs => {
  const given = { diameterMm: inputs.diameter_mm, meanVelocityCmPerS: inputs.mean_velocity_cm_s }
  const { areaCm2, flowMlPerMin, congestionIndex } = scoreOf(portalVein(given), inputs)
  return { area_cm2: areaCm2, flow_mL_min: flowMlPerMin, congestion_index_cm_s: congestionIndex }
})

/** The calculations of kidney and portal vein, by the names that the command takes. */
export const kidneyAndVeinCalculations = {
  egfr_ckdepi_2021: egfrCalculation(egfrCkdEpi2021),
  egfr_ckdepi_2009_no_race: egfrCalculation(egfrCkdEpi2009),
  crcl_cockcroft_gault: clearanceCalculation,
  portal_vein: portalVeinCalculation,
}
