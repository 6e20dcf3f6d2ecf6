import type { QueryContext } from '#main/services/context.ts'
import { protocolOf } from '#main/services/protocol-basis.ts'
import { currentConduct } from '#main/store/conduct-repository.ts'
import { currentReadingChoices } from '#main/store/protocol-repository.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { ProtocolDefinition } from '#shared/core/protocol/definition.ts'
import type { Conducted } from '#shared/core/schedule/calendar-input.ts'
import type { ChartingChoices } from '#shared/core/trends/charting-choices.ts'

/** A protocol as the site conducts it and charts its patients. */
export interface ChartedProtocol extends Conducted {
  readonly definition: ProtocolDefinition
  readonly charting: ChartingChoices | undefined
}

/** Throws `not_found` for a protocol that Lobule does not ship. */
export function chartedProtocol(
  id: ProtocolId,
  { db, protocols }: Pick<QueryContext, 'db' | 'protocols'>,
): ChartedProtocol {
  const { definition } = protocolOf(id, protocols)
  const charting = currentConduct(db, id, 'charting')?.content
  return {
    definition,
    readings: currentReadingChoices(db, id)?.choices ?? {},
    schedule: currentConduct(db, id, 'schedule'),
    coagulation: charting?.childPugh?.coagulation,
    charting,
  }
}
