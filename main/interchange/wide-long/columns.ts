import { Analyte } from '#shared/core/analytes.ts'
import { FactKind } from '#shared/core/facts/content.ts'
import type { CurrentFact } from '../current-facts.ts'
import { namedValues } from './variable.ts'

/** The order of the wide table: laboratory values as the catalogue has them, then every other kind of fact. */
const order: ReadonlyMap<string, number> = new Map(
  [...Analyte.options, 'loinc', ...FactKind.options, 'negative_finding', 'not_known'].map((name, place) => [
    name,
    place,
  ]),
)

/** Which columns the facts of a site need. */
export interface ColumnSet {
  add(fact: CurrentFact): void
  /** In the order of the wide table. */
  names(): string[]
}

/** Filled while the facts pass by. */
export function columnSet(): ColumnSet {
  const seen = new Map<string, number>()
  return {
    add({ id, content }) {
      for (const { variable } of namedValues(id, content)) {
        if (!seen.has(variable)) seen.set(variable, seen.size)
      }
    },
    names() {
      return [...seen.keys()].toSorted(
        (one, other) => placeOf(one) - placeOf(other) || collator.compare(one, other),
      )
    },
  }
}

/** What a variable is about: before the point, and before the code where the quantity has another one. */
export function subjectOf(variable: string): string {
  const [head = ''] = variable.split('.', 1)
  return head.replace(/_\d+-\d$/, '')
}

function placeOf(variable: string): number {
  return order.get(subjectOf(variable)) ?? order.size
}

/** `grades.2` before `grades.10`, and the same on every computer. */
const collator = new Intl.Collator('en', { numeric: true })
