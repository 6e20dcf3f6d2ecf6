import type { ReadableDb } from '#main/store/connection.ts'
import {
  configuredVersions,
  currentReadingChoices,
  currentSiteCriteria,
} from '#main/store/protocol-repository.ts'
import {
  checkChoices,
  type PreparedProtocol,
  prepareProtocol,
  readingsOf,
} from '#shared/core/eligibility/index.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { notFound } from './failures.ts'

/** What all protocols rest on at one moment: their definitions, and the versions that the site entered. */
export function basisKey(protocols: readonly LoadedProtocol[], db: ReadableDb): string {
  return protocols
    .map(({ definition, sha256 }) => {
      const { criteria, readings } = configuredVersions(db, definition.id)
      return `${definition.id}.${sha256}.${criteria}.${readings}`
    })
    .join(' ')
}

/** Throws `not_found` for a protocol that Lobule does not ship. */
export function protocolOf(id: ProtocolId, protocols: readonly LoadedProtocol[]): LoadedProtocol {
  const found = protocols.find(({ definition }) => definition.id === id)
  if (found === undefined) throw notFound('protocol', id)
  return found
}

/** A choice whose reading went with an older version of the site's criteria counts as not chosen. */
export function preparedFor(protocol: LoadedProtocol, db: ReadableDb): PreparedProtocol {
  const { id } = protocol.definition
  const site = currentSiteCriteria(db, id)
  const offered = readingsOf(protocol, site)
  const chosen = Object.entries(currentReadingChoices(db, id)?.choices ?? {})
  const readings = Object.fromEntries(
    chosen.filter(([reading, alternative]) => checkChoices({ [reading]: alternative }, offered).length === 0),
  )
  return prepareProtocol({ protocol, site, readings })
}
