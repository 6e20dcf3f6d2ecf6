import type { ChosenReadings, Reading } from '#shared/core/protocol/reading.ts'
import type { Api } from '../../api/api.tsx'

/** A protocol with what the site entered and chose for it. */
export type ProtocolDetails = Awaited<ReturnType<Api['protocols']['get']>>

export type EnteredCriteria = NonNullable<ProtocolDetails['criteria']>
export type ReadingsVersion = NonNullable<ProtocolDetails['readings']>

/** Every reading that a site can choose for a protocol: the definition's, then those of the site's own criteria. */
export function readingsIn({ definition, criteria }: ProtocolDetails): readonly Reading[] {
  return [...definition.readings, ...(criteria?.criteria.readings ?? [])]
}

/** The chosen alternatives that still exist; one that went with an older version of the criteria is not chosen. */
export function choicesIn(details: ProtocolDetails): ChosenReadings {
  const chosen = details.readings?.readings ?? {}
  return Object.fromEntries(
    readingsIn(details).flatMap(({ id, alternatives }) => {
      const choice = chosen[id]
      return choice !== undefined && alternatives.some(one => one.id === choice) ? [[id, choice]] : []
    }),
  )
}
