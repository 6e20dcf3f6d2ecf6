import type { FactSource } from '#shared/core/facts/fact.ts'
import type { Cell } from '../csv.ts'
import type { CurrentFact } from '../current-facts.ts'
import { leavesOf } from './leaves.ts'
import { timeNamesOf, timesOf } from './timed.ts'
import { besideValue, laboratoryVariable } from './variable.ts'

/** The columns of the long table. */
export const longColumns = [
  ...['subject', 'fact', 'version', 'kind', 'from', 'to', 'variable', 'value'],
  ...['comparator', 'unit', 'low', 'high', 'control', 'laboratory', 'specimen', 'loinc'],
  ...['source', 'source_reference', 'source_sha256', 'source_row', 'entered_at', 'author'],
] as const

/** What stands in the columns of a laboratory value, empty for any other. */
const NOTHING: readonly Cell[] = [null, null, null, null, null, null, null, null]

/** A fact as the long table has it: a row for each of its values, and one without a value where there is none but its time. */
export function longRows(subject: string, fact: CurrentFact): Cell[][] {
  const { id, version, content } = fact
  const { from, to } = timesOf(content)
  const what = [subject, id, version, content.kind, from, to]
  const whence = [...sourceCells(fact.source), fact.enteredAt, fact.author]
  if (content.kind === 'laboratory') {
    const variable = laboratoryVariable(content.loinc)
    const beside = Object.values(besideValue(content)).map(value => value ?? null)
    return [[...what, variable, content.value, ...beside, content.loinc, ...whence]]
  }
  const leaves = leavesOf(content, timeNamesOf(content))
  if (leaves.length === 0) return [[...what, content.kind, null, ...NOTHING, ...whence]]
  return leaves.map(({ path, value }) => [
    ...what,
    `${content.kind}.${path}`,
    printed(value),
    ...NOTHING,
    ...whence,
  ])
}

/** A number below zero begins like a formula and is none. */
export function printed(value: string | number): Cell {
  return typeof value === 'string' && /^-\d+(?:\.\d+)?$/.test(value) ? { printed: value } : value
}

function sourceCells(source: FactSource): Cell[] {
  switch (source.kind) {
    case 'typed':
      return [source.kind, null, null, null]
    case 'file':
      return [source.kind, source.name, source.sha256, source.row]
    case 'report':
      return [source.kind, source.reference, source.sha256 ?? null, null]
    case 'device':
      return [source.kind, source.name, null, null]
  }
}
