import type { FactVersion } from '#main/store/fact-repository.ts'
import { type Analyte, analytes } from '#shared/core/analytes.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { FactId, PatientId, Sha256 } from '#shared/core/ids.ts'
import { Mapping } from '#shared/core/imports/mapping.ts'
import { AUTHOR, ENTERED } from '#test/support/store-rows.ts'

const TESTS: readonly Analyte[] = [
  ...(['alanine_aminotransferase', 'aspartate_aminotransferase', 'bilirubin_total', 'albumin'] as const),
  ...(['gamma_glutamyl_transferase', 'alkaline_phosphatase', 'cholinesterase', 'inr', 'creatinine'] as const),
  ...(['sodium', 'platelets', 'leukocytes', 'neutrophils', 'hemoglobin', 'immunoglobulin_g'] as const),
  ...(['immunoglobulin_a', 'immunoglobulin_m', 'ammonia', 'bilirubin_direct', 'alpha_fetoprotein'] as const),
]
/** Where a patient cannot have about 40. */
const USUAL: Partial<Record<Analyte, number>> = { inr: -6, sodium: 120 }

const HEADER = 'subject,taken,test,result,unit,range'

const SPECIMENS = 10

/** What of each patient is in the file. */
export const ROWS_OF_A_PATIENT = TESTS.length * SPECIMENS

export const screeningNumber = (patient: number) => `B-${String(patient).padStart(5, '0')}`

interface Result {
  readonly patient: number
  readonly day: string
  readonly minute: string
  readonly test: Analyte
  readonly value: string
}

function* results(patients: number): Generator<Result> {
  for (let patient = 0; patient < patients; patient += 1) {
    const minute = `07:${String(patient % 60).padStart(2, '0')}`
    for (let specimen = 0; specimen < SPECIMENS; specimen += 1) {
      const day = `2026-10-${String(specimen * 3 + 1).padStart(2, '0')}`
      for (const [index, test] of TESTS.entries())
        yield {
          patient,
          day,
          minute,
          test,
          value: `${(USUAL[test] ?? 30) + index}.${(patient + specimen) % 10}`,
        }
    }
  }
}

/** A laboratory's table: so many patients with ten specimens and twenty results of each. */
export function monthOfResults(patients: number): Buffer {
  const lines = Array.from(results(patients), ({ patient, day, minute, test, value }) =>
    [screeningNumber(patient), `${day} ${minute}`, test, value, analytes[test].unit, '5.0-55.0'].join(),
  )
  return Buffer.from(`${[HEADER, ...lines].join('\n')}\n`)
}

/** The facts that the table tells, as they are to be written. */
export function monthOfFacts(patients: number, laboratory: string): FactVersion[] {
  return [...results(patients)].map(({ patient, day, minute, test, value }, index) => ({
    ...{ id: FactId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`), version: 1 },
    ...{ patientId: PatientId.parse(screeningNumber(patient)), authorId: AUTHOR, enteredAt: ENTERED },
    source: { kind: 'file', name: 'month.csv', sha256: Sha256.parse('a'.repeat(64)), row: index + 2 },
    content: FactContent.parse({
      ...{ kind: 'laboratory', on: `${day}T${minute}:00+08:00`, loinc: analytes[test].loinc[0], value },
      ...{ unit: analytes[test].unit, range: { low: '5.0', high: '55.0' }, laboratory },
    }),
  }))
}

/** What its columns hold. */
export const monthMapping = Mapping.parse({
  ...{ schema: 'lobule.mapping/1', about: 'laboratory', table: {}, decimal: '.' },
  ...{ dates: { format: 'YYYY-MM-DD' }, patientBy: 'screening_number' },
  columns: [
    { column: 'subject', role: { as: 'patient' } },
    { column: 'taken', role: { as: 'date' } },
    { column: 'test', role: { as: 'test_name' } },
    { column: 'result', role: { as: 'value' } },
    { column: 'unit', role: { as: 'unit' } },
    { column: 'range', role: { as: 'range' } },
  ],
  tests: TESTS.map(test => ({ printed: test, loinc: analytes[test].loinc[0] })),
  units: [...new Set(TESTS.map(test => analytes[test].unit))].map(unit => ({ printed: unit, ucum: unit })),
})
