import { randomUUID } from 'node:crypto'
import { DEFAULT_KDF } from '#main/engine/host-tools.ts'
import { createEngine, type Engine } from '#main/engine.ts'
import { documentResources as documents, version } from '#main/hosts/resources.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { say, type Terminal } from './terminal.ts'

/** The real engine on a folder, with the time that the terminal tells; bugs go to its error output. */
export function startEngine(
  directory: string,
  protocols: readonly LoadedProtocol[],
  { stderr, now }: Pick<Terminal, 'stderr' | 'now'>,
): Engine {
  const report = (failure: unknown) => say(stderr, JSON.stringify(failure))
  const given = { directory, now, protocols, app, documents, report }
  return createEngine({ ...given, newId: randomUUID, kdf: DEFAULT_KDF })
}

const runtime = { node: process.versions.node }

/** The command line runs from source, so no build stands behind it. */
const app = { version, build: null, host: 'direct', runtime, sample: false } as const
