import type { Laboratory, LaboratoryTest } from '#shared/api/laboratories.ts'
import { analyteOfLoinc } from '#shared/core/analytes.ts'
import type { Result } from '../matrix.ts'

/** A test as a report printed it, where the laboratory's list says otherwise or nothing. */
export interface NewPrint {
  readonly test: LaboratoryTest
  readonly before: LaboratoryTest | undefined
}

/** What a saved report prints differently from what is remembered of its laboratory. A range that is not printed changes nothing. */
export function newPrints(
  results: readonly Result[],
  laboratory: Laboratory | undefined,
): readonly NewPrint[] {
  const prints = results.map(({ content: { loinc, unit, range } }) => {
    const test = { loinc, unit, ...(range && { range }) }
    return { test, before: laboratory?.tests.find(known => isSame(known, test)) }
  })
  const changed = prints.filter(
    ({ test, before }) => before === undefined || (test.range && !hasRange(before, test)),
  )
  return [...new Map(changed.map(print => [`${keyOf(print.test)} ${print.test.unit}`, print])).values()]
}

/** The laboratory's tests with those of a report in their place. */
export function mergeTests(tests: readonly LaboratoryTest[], prints: readonly NewPrint[]): LaboratoryTest[] {
  const kept = tests.filter(known => !prints.some(({ test }) => isSame(known, test)))
  return [...kept, ...prints.map(({ test }) => test)]
}

function isSame(a: LaboratoryTest, b: LaboratoryTest): boolean {
  return keyOf(a) === keyOf(b) && a.unit === b.unit
}

function keyOf({ loinc }: LaboratoryTest): string {
  return analyteOfLoinc(loinc) ?? loinc
}

function hasRange({ range: a }: LaboratoryTest, { range: b }: LaboratoryTest): boolean {
  return a?.low === b?.low && a?.high === b?.high
}
