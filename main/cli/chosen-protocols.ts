import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { UsageError } from './command.ts'

/** The shipped protocol with this number, or all of them where none is named. */
export function chosenProtocols(
  id: string | undefined,
  protocols: readonly LoadedProtocol[],
): readonly LoadedProtocol[] {
  if (id === undefined) return protocols
  const chosen = protocols.filter(({ definition }) => definition.id === id)
  if (chosen.length > 0) return chosen
  const known = protocols.map(({ definition }) => definition.id).join(', ')
  throw new UsageError(`--protocol: no such protocol; known are ${known}`)
}
