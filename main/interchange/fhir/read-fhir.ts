import { issuesOf } from '#shared/api/errors.ts'
import type { ReadRow } from '#shared/core/imports/row.ts'
import { type AnyResource, type BundleIndex, indexBundle, namesOf } from './read/bundle-index.ts'
import { openBundle } from './read/bundle-json.ts'
import { observationRow } from './read/observation-row.ts'
import { Refused } from './read/refused.ts'
import { type Bundle, DiagnosticReport } from './read/schemas.ts'

/** What results lean on and what says nothing to be charted. */
const SUPPORTING = new Set([
  ...['Patient', 'Practitioner', 'PractitionerRole', 'Organization', 'Location', 'Specimen', 'Device'],
  ...['Encounter', 'ServiceRequest', 'Provenance', 'MessageHeader', 'Composition', 'OperationOutcome'],
  ...['ResearchStudy'],
])

/**
 * The statements of a FHIR R4 Bundle; `row` is the number of the entry, from 1, and `column` the id of a contained
 * resource. With a site's number, patients that Lobule wrote for another site are unknown. Throws `invalid_file` where
 * it is no such Bundle, broken or hostile.
 */
export function* readFhir(bytes: Uint8Array, file: string, siteNumber?: string): Iterable<ReadRow> {
  const { bundle, entries } = openBundle(bytes, file)
  const index = indexBundle(bundle)
  let row = 0
  for (const entry of entries()) {
    row += 1
    yield* entryRows(entry, { row, index, siteNumber })
  }
}

interface EntryPlace {
  readonly row: number
  readonly index: BundleIndex
  readonly siteNumber: string | undefined
}

function* entryRows(entry: NonNullable<Bundle['entry']>[number], place: EntryPlace): Iterable<ReadRow> {
  const { resource } = entry
  const { row } = place
  const at = { row, column: null }
  if (resource === undefined) {
    yield { ...at, refusal: new Refused('not_supported', 'resource').refusal }
  } else if (resource.resourceType === 'Observation') {
    yield observationRow(resource, {
      ...place,
      column: null,
      names: namesOf(entry),
      around: [],
      report: undefined,
    })
  } else if (resource.resourceType === 'DiagnosticReport') {
    yield* reportRows(resource, place)
  } else if (SUPPORTING.has(resource.resourceType)) yield { ...at, ignored: true }
  else yield { ...at, refusal: new Refused('not_supported', 'resourceType', resource.resourceType).refusal }
}

/** A report says nothing itself; its results stand beside it or in it. */
function* reportRows(resource: AnyResource, place: EntryPlace): Iterable<ReadRow> {
  const { row } = place
  const report = DiagnosticReport.safeParse(resource)
  if (!report.success) {
    const [issue] = issuesOf(report.error)
    yield { row, column: null, refusal: new Refused('invalid', issue?.path ?? null).refusal }
    return
  }
  yield { row, column: null, ignored: true }
  const around = report.data.contained ?? []
  for (const contained of around) {
    if (contained.resourceType !== 'Observation') continue
    const column = `#${contained.id ?? ''}`
    yield observationRow(contained, { ...place, column, names: [], around, report: report.data })
  }
}
