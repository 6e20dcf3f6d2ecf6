import type { ExportFile } from '../export-file.ts'
import type { SiteData } from '../site-data.ts'
import { uuidOf } from './elements.ts'
import type { Resource } from './r4/resources.ts'
import { siteResources } from './site-resources.ts'
import { subjectResources } from './subject-resources.ts'
import { TAG } from './systems.ts'

/** A site's records as one FHIR R4 Bundle of type collection, each fact as it stands and each of its versions as a Provenance. */
export function* fhirFiles(data: SiteData): Iterable<ExportFile> {
  yield { path: 'fhir-bundle.json', mediaType: 'application/fhir+json', chunks: bundleText(data) }
}

function* bundleText(data: SiteData): Iterable<string> {
  yield `${headOf(data)}\n${entriesOf(siteResources(data)).join(',\n')}`
  for (const subject of data.subjects()) yield `,\n${entriesOf(subjectResources(subject, data)).join(',\n')}`
  yield '\n]}\n'
}

/** The Bundle up to its first entry. */
function headOf({ site, madeAt, training, pseudonymised }: SiteData): string {
  const codes = [
    training ? 'training-data' : 'site-data',
    pseudonymised ? 'pseudonymised' : 'not-pseudonymised',
  ]
  const bundle = {
    resourceType: 'Bundle',
    id: uuidOf('bundle', `${site.number} ${madeAt}`),
    meta: { tag: codes.map(code => ({ system: TAG, code })) },
    type: 'collection',
    timestamp: madeAt,
  }
  return `${JSON.stringify(bundle).slice(0, -1)},"entry":[`
}

function entriesOf(resources: readonly Resource[]): string[] {
  return resources.map(resource => JSON.stringify({ fullUrl: `urn:uuid:${resource.id}`, resource }))
}
