import { readFileSync } from 'node:fs'
import { CivilDate } from '#shared/core/civil-date.ts'
import {
  type IndexedChart,
  type PreparedProtocol,
  prepareProtocol,
  verdictOn,
} from '#shared/core/eligibility/index.ts'
import type { Outcome } from '#shared/core/eligibility/verdict.ts'
import { Sha256 } from '#shared/core/ids.ts'
import { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import type { ChosenReadings } from '#shared/core/protocol/reading.ts'
import { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'

const sha256 = Sha256.parse('0'.repeat(64))

/** The shipped definition of NCT05106972. */
export const nct05106972 = definition('nct05106972')
/** The shipped definition of NCT07413549, whose criteria the site enters. */
export const nct07413549 = definition('nct07413549')

/** The invented criteria file that ships for training. */
export const trainingCriteria = SiteCriteria.parse(
  json('../../resources/samples/nct07413549-training-criteria.json'),
)

/** The first alternative of every reading of NCT05106972: one complete choice. */
export const firstChoices: ChosenReadings = Object.fromEntries(
  nct05106972.readings.map(({ id, alternatives }) => [id, alternatives[0]?.id ?? '']),
)

/** NCT05106972 as a site screens with it. */
export function prepared(readings: ChosenReadings = {}): PreparedProtocol {
  return prepareProtocol({ protocol: { definition: nct05106972, sha256 }, site: undefined, readings })
}

/** NCT07413549 with the training criteria, or with none. */
export function preparedSecond(readings: ChosenReadings = {}, entered = true): PreparedProtocol {
  const site = entered ? { criteria: trainingCriteria, version: 1, sha256 } : undefined
  return prepareProtocol({ protocol: { definition: nct07413549, sha256 }, site, readings })
}

/** What one criterion says if registered on a day. */
export function outcomeOf(
  chart: IndexedChart,
  protocol: PreparedProtocol,
  criterion: string,
  on: string,
): Outcome {
  const index = protocol.criteria.findIndex(part => part.criterion.id === criterion)
  const outcome = verdictOn(chart, protocol, CivilDate.parse(on)).outcomes[index]
  if (outcome === undefined) throw new Error(`no criterion ${criterion}`)
  return outcome
}

function definition(name: string): ProtocolDefinition {
  return ProtocolDefinition.parse(json(`../../resources/protocols/${name}.json`))
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
}
