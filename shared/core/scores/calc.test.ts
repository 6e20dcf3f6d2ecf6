import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../decimal.ts'
import { convert } from '../units.ts'
import { CalcError, calculate } from './calc.ts'

const meld = { bilirubin_mg_dL: 2, inr: 1.5, creatinine_mg_dL: 1.2, dialysis_2x_or_24hCVVHD_7d: false }
const childPugh = { bilirubin_mg_dL: 2, albumin_g_dL: 3.6, ascites: 'none', encephalopathy: 'none' }
const naranjo = [0, 2, 1, 0, 2, 0, 0, 0, 0, 1]

function refusalOf(calc: string, inputs: unknown): string {
  try {
    return JSON.stringify(calculate(calc, inputs))
  } catch (error) {
    if (error instanceof CalcError) return `${error.field} ${error.message}`
    throw error
  }
}

describe('a calculation', () => {
  it.each([
    ['an unknown name', 'toString', {}, 'calc no such'],
    ['a missing test', 'meld', { ...meld, inr: undefined }, 'inr is missing'],
    [
      'a test that was not measured',
      'meld',
      { ...meld, bilirubin_mg_dL: null },
      'bilirubin_mg_dL is missing',
    ],
    ['no word of dialysis', 'meld', { ...meld, dialysis_2x_or_24hCVVHD_7d: undefined }, 'dialysis_2x'],
    ['one test in two units', 'meld', { ...meld, bilirubin_umol_L: 34 }, 'bilirubin_mg_dL is given in two'],
    ['a number as text', 'meld', { ...meld, inr: '1.5' }, 'inr must be a number'],
    [
      'a value in another unit',
      'meld',
      { ...meld, creatinine_mg_dL: 106 },
      'creatinine_mg_dL is not plausible',
    ],
    ['an unknown field', 'meld', { ...meld, sodium: 130 }, 'sodium unknown field'],
    ['no inputs', 'meld', [], 'inputs must be an object'],
    [
      'INR and seconds',
      'child_pugh',
      { ...childPugh, inr: 1, pt_seconds_prolonged: 3 },
      'pt_seconds_prolonged',
    ],
    ['neither INR nor seconds', 'child_pugh', childPugh, 'inr is missing'],
    ['nine answers of ten', 'naranjo', { item_scores: naranjo.slice(1) }, 'item_scores'],
    [
      'points that a question does not have',
      'naranjo',
      { item_scores: [2, ...naranjo.slice(1)] },
      'item_scores.0',
    ],
    ['a total beyond the scale', 'rucam_category', { total: 15 }, 'total'],
    ['a term that is not graded', 'ctcae_v5', { term: 'anemia' }, 'term no term'],
    [
      'an unknown presentation',
      'ctcae_v5',
      { term: 'Infusion related reaction', presentation: 'odd' },
      'presentation',
    ],
  ])('refuses %s by the name of the field', (_what, calc, inputs, expected) => {
    expect(refusalOf(calc, inputs)).toContain(expected)
  })

  it('gives the same from either unit', () => {
    const hundredths = fc.integer({ min: 10, max: 3000 }).map(digits => new Decimal(digits).dividedBy(100))
    fc.assert(
      fc.property(hundredths, hundredths, (bilirubin, creatinine) => {
        const inputs = { inr: 1.5, dialysis_2x_or_24hCVVHD_7d: false }
        const conventional = {
          bilirubin_mg_dL: bilirubin.toNumber(),
          creatinine_mg_dL: creatinine.toNumber(),
        }
        const si = {
          bilirubin_umol_L: convert(bilirubin, 'bilirubin_total', 'mg/dL', 'umol/L')?.toNumber(),
          creatinine_umol_L: convert(creatinine, 'creatinine', 'mg/dL', 'umol/L')?.toNumber(),
        }
        expect(calculate('meld', { ...inputs, ...si })).toEqual(
          calculate('meld', { ...inputs, ...conventional }),
        )
      }),
    )
  })

  it.each([
    ['bilirubin of 34.2 µmol/L is 2 mg/dL', { bilirubin_umol_L: 34.2 }, 2],
    ['bilirubin of 2 mg/dL has 2 points', { bilirubin_mg_dL: 2 }, 2],
    ['bilirubin of 3 mg/dL has 2 points', { bilirubin_mg_dL: 3 }, 2],
    ['by the printed SI bands it has 3', { bilirubin_mg_dL: 3, bilirubin_bands: 'SI' }, 3],
  ])('Child-Pugh: %s', (_what, bilirubin, points) => {
    const { bilirubin_mg_dL: _, ...others } = childPugh
    const result = calculate('child_pugh', { ...others, inr: 1, ...bilirubin })
    expect(result).toMatchObject({ points: { bilirubin: points } })
  })

  it.each([
    [
      'INR',
      { term: 'INR increased', value: 1.2, baseline: 1.19 },
      { grade: 1, assumed: ['anticoagulation'] },
    ],
    ['sodium', { term: 'Hyponatremia', value: 129, unit: 'mmol/L' }, { grade: 3, assumed: ['symptomatic'] }],
    ['no unit', { term: 'Anemia', value: 99, lln: 140 }, { grade: null, missing: ['unit'] }],
    [
      'another unit',
      { term: 'Anemia', value: 9.9, lln: 14, unit: 'g/dL' },
      { grade: null, missing: ['unit'] },
    ],
    ['no limit', { term: 'Anemia', value: 139, unit: 'G/L' }, { grade: null, missing: ['lln'] }],
    [
      'no flag',
      { term: 'GGT increased', value: 80, uln: 39, baseline: 40 },
      { grade: 1, relative_to: 'baseline' },
    ],
    ['no fever known', { term: 'Fever' }, { grade: null, missing: ['temp_C'] }],
    ['no hours', { term: 'Fever', temp_C: 41 }, { grade: null, missing: ['duration_h'] }],
    [
      'a reaction',
      { term: 'Infusion related reaction', presentation: 'interruption_responds_promptly' },
      { grade: 2 },
    ],
  ])('CTCAE says what it assumed or what is missing: %s', (_what, inputs, expected) => {
    expect(calculate('ctcae_v5', inputs)).toMatchObject(expected)
  })

  it('adds nR where AST is given', () => {
    const inputs = { alt_U_L: 120, alt_uln: 40, alp_U_L: 120, alp_uln: 120, ast_U_L: 210, ast_uln: 35 }
    expect(calculate('r_value', inputs)).toEqual({
      R: 3,
      pattern: 'mixed',
      nR: 6,
      nR_pattern: 'hepatocellular',
    })
  })
})
