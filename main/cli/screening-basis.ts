import { decodeText, parseCriteria, parseFacts, parseReadings, readText } from '#main/engine/host-tools.ts'
import { AppError } from '#shared/api/errors.ts'
import { type PreparedProtocol, prepareProtocol } from '#shared/core/eligibility/index.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import type { ReadingsFile } from '#shared/core/protocol/reading.ts'
import type { EnteredCriteria } from '#shared/core/protocol/site-criteria.ts'
import type { Input } from './terminal.ts'

/** The files that a stateless screening rests on, beside the facts. */
export interface BasisFiles {
  readonly criteria: string | undefined
  readonly readings: readonly string[]
}

/** Protocols made ready from files. */
export interface FileBasis {
  readonly protocols: readonly PreparedProtocol[]
  /** A readings file was made for training. */
  readonly training: boolean
}

/** The charts of a facts file; `-` reads them from the input. */
export async function readCharts(path: string, stdin: Input): Promise<readonly Chart[]> {
  if (path !== '-') return parseFacts(await readText(path), path)
  const chunks: Buffer[] = []
  for await (const chunk of stdin as AsyncIterable<Buffer | string>) chunks.push(Buffer.from(chunk))
  return parseFacts(decodeText(Buffer.concat(chunks), 'standard input'), 'standard input')
}

/** Makes the protocols ready with the criteria and readings of files; what fits none of them is refused. */
export async function readBasis(
  protocols: readonly LoadedProtocol[],
  { criteria, readings }: BasisFiles,
): Promise<FileBasis> {
  const site = criteria === undefined ? undefined : await readCriteria(criteria, protocols)
  const choices = await Promise.all(readings.map(path => readReadings(path, protocols, site)))
  const twice = choices.find(({ protocol }, index) =>
    choices.slice(0, index).some(other => other.protocol === protocol),
  )
  if (twice) throw invalidChoice(`readings for ${twice.protocol} are given twice; give one file for it`)
  return {
    protocols: protocols.map(protocol => {
      const { id } = protocol.definition
      const own = site?.criteria.protocol === id ? site : undefined
      const chosen = choices.find(file => file.protocol === id)?.readings ?? {}
      return prepareProtocol({ protocol, site: own, readings: chosen })
    }),
    training: choices.some(file => file.training === true),
  }
}

async function readCriteria(path: string, protocols: readonly LoadedProtocol[]): Promise<EnteredCriteria> {
  return { ...parseCriteria(await readText(path), path, protocols), version: 1 }
}

async function readReadings(
  path: string,
  protocols: readonly LoadedProtocol[],
  site: EnteredCriteria | undefined,
): Promise<ReadingsFile> {
  return parseReadings(await readText(path), path, protocols, site?.criteria)
}

function invalidChoice(message: string): AppError {
  return new AppError({ code: 'invalid_input', issues: [{ path: 'readings', message }] })
}
