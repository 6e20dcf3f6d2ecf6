import { analyteOfLoinc, analytes } from '#shared/core/analytes.ts'
import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import { leavesOf } from './leaves.ts'
import { timesOf } from './timed.ts'

type Laboratory = FactContentOf<'laboratory'>

/**
 * What a laboratory value is called: the analyte under its preferred code, the analyte and the code under another one
 * (its unit is another quantity), the code alone where Lobule does not know it.
 */
export function laboratoryVariable(loinc: string): string {
  const known = laboratoryNames.get(loinc)
  if (known !== undefined) return known
  const analyte = analyteOfLoinc(loinc)
  const own = analyte === undefined ? 'loinc' : analyte
  const name = analyte !== undefined && analytes[analyte].loinc[0] === loinc ? own : `${own}_${loinc}`
  laboratoryNames.set(loinc, name)
  return name
}

/** Names that were made before: of a large site there are few, asked for again and again. */
const laboratoryNames = new Map<string, string>()

/** What is printed beside a laboratory value, under the name that it has in both tables. */
export function besideValue({ comparator, unit, range, control, laboratory, specimenCondition }: Laboratory) {
  return {
    comparator,
    unit,
    low: range?.low,
    high: range?.high,
    control,
    laboratory,
    specimen: specimenCondition,
  }
}

/** A named value of a fact as the wide table has it, first the one by which the fact is found. */
export interface Named {
  readonly variable: string
  readonly value: string | number
}

/**
 * A fact as the wide table has it. Its kind alone, with the fact's id in it, stands first where it is no laboratory
 * value. Its time stands there only where it says more than the day of the row.
 */
export function namedValues(id: string, content: FactContent): Named[] {
  if (content.kind === 'laboratory') return laboratoryValues(content)
  const { kind } = content
  const { from } = timesOf(content)
  const named: Named[] = [{ variable: kind, value: id }]
  for (const { path, value } of leavesOf(content, saysMore(from) ? NONE : STARTS)) {
    named.push({ variable: `${kind}.${path}`, value })
  }
  return named
}

const NONE: ReadonlySet<string> = new Set()
/** The names of the time by which the day of a row is found. */
const STARTS: ReadonlySet<string> = new Set(['on', 'from'])

function saysMore(time: string | null): boolean {
  return time !== null && time.length > 10
}

function laboratoryValues(content: Laboratory): Named[] {
  const name = laboratoryVariable(content.loinc)
  const named: Named[] = [{ variable: name, value: content.value }]
  for (const [key, value] of Object.entries(besideValue(content))) {
    if (value !== undefined) named.push({ variable: `${name}.${key}`, value })
  }
  if (saysMore(content.on)) named.push({ variable: `${name}.on`, value: content.on })
  return named
}
