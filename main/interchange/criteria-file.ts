import type { Sha256 } from '#shared/core/ids.ts'
import type { LoadedProtocol } from '#shared/core/protocol/definition.ts'
import { SiteCriteria } from '#shared/core/protocol/site-criteria.ts'
import { type FileIssue, inputIssues, invalidFile, parseAs } from './json-file.ts'
import { sha256Of } from './protocol-file.ts'

/** A site's criteria as they stand in a file; `sha256` is that of its text. */
export interface CriteriaFile {
  readonly criteria: SiteCriteria
  readonly sha256: Sha256
}

/** A site's criteria from the text of a file; refused where they do not fit a protocol that waits for them. */
export function parseCriteria(
  text: string,
  file: string,
  protocols: readonly LoadedProtocol[],
): CriteriaFile {
  const criteria = parseAs(SiteCriteria, text, file)
  const problems = criteriaProblems(criteria, protocols)
  if (problems.length > 0) throw invalidFile(file, inputIssues(problems))
  return { criteria, sha256: sha256Of(text) }
}

function criteriaProblems(criteria: SiteCriteria, protocols: readonly LoadedProtocol[]): FileIssue[] {
  const protocol = protocols.find(({ definition }) => definition.id === criteria.protocol)
  if (protocol === undefined) {
    const known = protocols.map(({ definition }) => definition.id).join(', ')
    return [{ path: ['protocol'], message: `no such protocol; known are ${known}` }]
  }
  const { definition } = protocol
  if (definition.eligibilityCriteria === 'published') {
    const message = `the criteria of ${definition.id} are published and come with Lobule; they are not entered`
    return [{ path: ['protocol'], message }]
  }
  return [
    ...clashes('readings', criteria.readings, definition.readings),
    ...clashes('criteria', criteria.criteria, definition.criteria),
  ]
}

/** The record's own readings and criteria stay beside the site's, so that a name must mean one of them. */
function clashes(
  list: 'readings' | 'criteria',
  entered: readonly { id: string }[],
  shipped: readonly { id: string }[],
): FileIssue[] {
  const taken = new Set(shipped.map(({ id }) => id))
  return entered.flatMap(({ id }, index) =>
    taken.has(id)
      ? [{ path: [list, index, 'id'], message: `${id} is taken by the record's own; choose another name` }]
      : [],
  )
}
