import type { ExportFile } from '../export-file.ts'
import type { SiteData } from '../site-data.ts'

/** A site's records as one FHIR R4 Bundle of type collection. */
export function* fhirFiles(_data: SiteData): Iterable<ExportFile> {
  yield* []
}
