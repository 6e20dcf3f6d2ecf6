import { checkChoices } from '#shared/core/eligibility/index.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { ReadingsFile } from '#shared/core/protocol/reading.ts'
import type { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'
import { invalidFile, parseAs } from './json-file.ts'

/** The choices of a readings file; refused where it chooses what a protocol and the site's criteria do not offer. */
export function parseReadings(
  text: string,
  file: string,
  protocols: readonly LoadedProtocol[],
  siteCriteria?: SiteCriteria,
): ReadingsFile {
  const parsed = parseAs(ReadingsFile, text, file)
  const protocol = protocols.find(({ definition }) => definition.id === parsed.protocol)
  if (protocol === undefined) {
    const known = protocols.map(({ definition }) => definition.id).join(', ')
    throw invalidFile(file, [{ path: 'protocol', message: `no such protocol; known are ${known}` }])
  }
  const own = siteCriteria?.protocol === parsed.protocol ? siteCriteria.readings : []
  const problems = checkChoices(parsed.readings, [...protocol.definition.readings, ...own])
  if (problems.length > 0) throw invalidFile(file, problems)
  return parsed
}
