import type { ExportFile } from '../export-file.ts'
import type { SiteData } from '../site-data.ts'

/** A site's records as one CDISC ODM 1.3.2 file of type Transactional: every version of every fact with who, when, why. */
export function* odmFiles(_data: SiteData): Iterable<ExportFile> {
  yield* []
}
