import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '../civil-date.ts'
import { FactContent } from '../facts/content.ts'
import type { Fact } from '../facts/fact.ts'
import { FactId } from '../ids.ts'
import { statementOf } from './compare-chart.ts'
import { markDoubts } from './doubts.ts'

const result =
  (loinc: string, unit: string) =>
  (on: string, value: string, more: object = {}) =>
    FactContent.parse({ kind: 'laboratory', on, loinc, value, unit, ...more })
const albumin = result('1751-7', 'g/L')
const bilirubin = result('14631-6', 'umol/L')
const dna = result('42595-9', '[IU]/mL')
const haemoglobin = result('718-7', 'g/L')

function factsOf(contents: readonly FactContent[]): Fact[] {
  return contents.map((content, index) => ({
    ...{ id: FactId.parse(`f${index + 1}`), version: 1, author: 'chen', source: { kind: 'typed' }, content },
    enteredAt: OffsetDateTime.parse('2026-11-22T10:00:00+08:00'),
  }))
}

/** What is asked of each new statement, beside what is charted. */
function asked(charted: readonly FactContent[], ...contents: FactContent[]): string[] {
  const statements = contents.map(statementOf)
  markDoubts(statements, factsOf(charted))
  return statements.map(({ doubts }) => doubts.map(({ code, against }) => `${code}: ${against}`).join('; '))
}

describe('what is asked of a value', () => {
  it.each([
    ['within what a patient can have', albumin('2026-11-17', '34.5'), ''],
    ['in g/dL that says g/L', albumin('2026-11-17', '3.45'), 'implausible: 5–80 g/L'],
    ['in g/dL that says so', result('1751-7', 'g/dL')('2026-11-17', '3.45'), ''],
    ['with a slipped decimal point', albumin('2026-11-17', '345'), 'implausible: 5–80 g/L'],
    ['of a code that has no limits', result('2345-7', 'mmol/L')('2026-11-17', '900'), ''],
    [
      'a thousand times the range that is printed with it',
      haemoglobin('2026-11-17', '130000', { range: { low: '130', high: '175' } }),
      'thousandfold: 130–175 g/L',
    ],
    [
      'below every number',
      bilirubin('2026-11-17', '0.1', { comparator: '<' }),
      'implausible: 0.5–2000 µmol/L',
    ],
    ['of virus, which may be any', dna('2026-11-17', '890000000'), ''],
  ])('%s', (_what, content, expected) => {
    expect(asked([], content)).toEqual([expected])
  })

  it('is a jump against the patient’s own values close in time, and no jump from long ago', () => {
    expect(asked([bilirubin('2026-11-03', '33.1')], bilirubin('2026-11-17', '331'))).toEqual([
      'jump: 33.1 µmol/L, 2026-11-03',
    ])
    expect(asked([bilirubin('2026-02-03', '33.1')], bilirubin('2026-11-17', '331'))).toEqual([''])
    expect(asked([bilirubin('2026-11-03', '33.1')], bilirubin('2026-11-17', '120'))).toEqual([''])
  })

  it('is of the value that stands apart from those before and after it, not of its neighbours', () => {
    const month = [
      bilirubin('2026-11-03', '33.1'),
      bilirubin('2026-11-10', '352'),
      bilirubin('2026-11-17', '34'),
    ]
    expect(asked([], ...month)).toEqual(['', 'jump: 33.1 µmol/L, 2026-11-03', ''])
  })

  it('is asked of a whole file in another unit, though it agrees with itself', () => {
    const charted = [bilirubin('2026-10-20', '33.1'), bilirubin('2026-10-27', '35')]
    const file = [bilirubin('2026-11-03', '331'), bilirubin('2026-11-10', '352')]
    expect(asked(charted, ...file).map(doubt => doubt.slice(0, 4))).toEqual(['jump', 'jump'])
  })

  it('holds values in two units against one another', () => {
    const american = result('1975-2', 'mg/dL')
    expect(asked([bilirubin('2026-11-03', '33.1')], american('2026-11-17', '2.0'))).toEqual([''])
  })

  it('is a thousandfold against the own series, whatever the range', () => {
    const platelets = result('777-3', '10*9/L')
    expect(asked([platelets('2026-11-03', '69')], platelets('2026-11-17', '0.071'))).toEqual([
      'implausible: 1–5000 ×10⁹/L; thousandfold: 69 ×10⁹/L, 2026-11-03',
    ])
  })

  it('is not asked against the very value that it corrects', () => {
    const [before] = factsOf([bilirubin('2026-11-17', '331')])
    const statement = { ...statementOf(bilirubin('2026-11-17', '33.1')), outcome: 'changed' as const }
    if (before === undefined) throw new Error('no fact')
    const corrected = { ...statement, before }
    markDoubts([corrected], [before])
    expect(corrected.doubts).toEqual([])
  })

  it('covers the size and velocity of a portal vein', () => {
    const vein = { kind: 'portal_vein', on: '2026-11-24', modality: 'ultrasound', diameterMm: '129' }
    expect(asked([], FactContent.parse(vein))).toEqual(['implausible: 1–60 mm'])
  })
})
