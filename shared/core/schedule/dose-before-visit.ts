import type { FactContentOf } from '../facts/content.ts'
import type { Conducted } from './calendar-input.ts'
import { AFTER_ADMINISTRATION, visitTemplates } from './visit-templates.ts'

/**
 * The dose that a visit which took place comes after; undefined where it is counted from none or lies before it. `given`
 * are the numbers of the doses charted, ascending.
 */
export function doseBeforeVisit(
  { visit, number, status }: Pick<FactContentOf<'visit'>, 'visit' | 'number' | 'status'>,
  given: readonly number[],
  conducted: Conducted,
): number | undefined {
  const template = visitTemplates(conducted).find(one => one.visit === visit)
  if (status !== 'done' || template === undefined || template.day < 0) return undefined
  const { anchor } = template
  if (anchor === 'administration') return number ?? firstOf(given, conducted)
  return anchor.from === 'dose' ? anchor.number : undefined
}

/** A visit that names no dose is counted from the last one before it, and from the first where none came before. */
function firstOf([first = 1]: readonly number[], { readings }: Conducted): number {
  return readings[AFTER_ADMINISTRATION] === 'first' ? 1 : first
}
