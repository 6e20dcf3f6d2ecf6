import type { LoadedProtocol } from '../protocol/definition.ts'
import type { ChosenReadings, Reading } from '../protocol/reading.ts'
import type { EnteredCriteria } from '../protocol/site-criteria.ts'
import { type PreparedCriterion, prepareCriterion } from './criterion.ts'

/** What a site screens with: a protocol's version, its own criteria where it entered some, its chosen readings. */
export interface ScreeningBasis {
  readonly protocol: LoadedProtocol
  readonly site: EnteredCriteria | undefined
  readonly readings: ChosenReadings
}

/** A basis made ready; prepared once, used for every candidate. */
export interface PreparedProtocol extends ScreeningBasis {
  readonly criteria: readonly PreparedCriterion[]
  /** The record publishes no criteria and the site has entered none: nobody can be found eligible. */
  readonly criteriaMissing: boolean
  /** Every question that a criterion asks the investigator. */
  readonly questions: ReadonlySet<string>
}

/** Every reading that the site can choose: the protocol's, then those of the site's own criteria. */
export function readingsOf(protocol: LoadedProtocol, site: EnteredCriteria | undefined): readonly Reading[] {
  return [...protocol.definition.readings, ...(site?.criteria.readings ?? [])]
}

/** What is wrong with chosen readings: the names that do not exist, with those that do. */
export function checkChoices(
  chosen: ChosenReadings,
  readings: readonly Reading[],
): { path: string; message: string }[] {
  return Object.entries(chosen).flatMap(([id, alternative]) => {
    const path = `readings.${id}`
    const reading = readings.find(known => known.id === id)
    if (reading === undefined) {
      return [{ path, message: `no such reading; use one of: ${readings.map(known => known.id).join(', ')}` }]
    }
    const names = reading.alternatives.map(known => known.id)
    return names.includes(alternative)
      ? []
      : [{ path, message: `no such alternative; use one of: ${names.join(', ')}` }]
  })
}

/** Makes a protocol ready to screen with. `readings` must have passed `checkChoices`. */
export function prepareProtocol(basis: ScreeningBasis): PreparedProtocol {
  const { protocol, site, readings: chosen } = basis
  const readings = readingsOf(protocol, site)
  const criteria = [...protocol.definition.criteria, ...(site?.criteria.criteria ?? [])]
  return {
    ...basis,
    criteria: criteria.map(criterion => prepareCriterion(criterion, readings, chosen)),
    questions: new Set(criteria.flatMap(({ condition }) => questionsIn(condition))),
    criteriaMissing: protocol.definition.eligibilityCriteria === 'not_published' && site === undefined,
  }
}

function questionsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  const { kind, question } = part as { kind?: unknown; question?: unknown }
  const here = kind === 'attestation' && typeof question === 'string' ? [question] : []
  return [...here, ...Object.values(part).flatMap(questionsIn)]
}
