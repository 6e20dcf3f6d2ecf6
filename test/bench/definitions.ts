import { loadProtocol } from '#main/interchange/protocol-file.ts'
import { type PreparedProtocol, prepareProtocol } from '#shared/core/eligibility/index.ts'
import type { Criterion } from '#shared/core/protocol/criterion.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'

const folder = new URL('../../resources/protocols/', import.meta.url)

function load(name: string): Promise<LoadedProtocol> {
  return loadProtocol(new URL(`${name}.json`, folder).pathname)
}

/** A protocol under the first alternative of each of its readings. */
function prepared(protocol: LoadedProtocol): PreparedProtocol {
  const readings = Object.fromEntries(
    protocol.definition.readings.flatMap(({ id, alternatives: [first] }) => (first ? [[id, first.id]] : [])),
  )
  return prepareProtocol({ protocol, site: undefined, readings })
}

/** Both protocols as shipped, each under the first alternative of its readings. */
export async function bothProtocols(): Promise<{ first: PreparedProtocol; second: PreparedProtocol }> {
  return {
    first: prepared(await load('nct05106972')),
    second: prepared(await load('nct07413549')),
  }
}

/** Age, course, prothrombin time, albumin and bleeding: the conditions that are also written as ELM. */
export async function fiveCriteria(): Promise<PreparedProtocol> {
  const protocol = await load('nct05106972')
  const { definition } = protocol
  const shared = ['i1', 'e6', 'e7', 'e8']
  const criteria = [
    ...definition.criteria.filter(({ id }) => shared.includes(id)),
    ...definition.criteria.filter(({ id }) => id === 'i2').map(courseOnly),
  ]
  return prepared({ ...protocol, definition: { ...definition, criteria } })
}

/** I2 without the diagnoses: the length of the course alone. */
function courseOnly(criterion: Criterion): Criterion {
  const parts = criterion.condition.kind === 'all' ? criterion.condition.of : []
  const duration = parts.find(({ kind }) => kind === 'duration')
  if (duration === undefined) throw new Error('I2 no longer asks for a duration')
  return { ...criterion, id: 'course', label: 'course', condition: duration }
}
