import type { ExportFile } from '../export-file.ts'
import type { SiteData } from '../site-data.ts'

/** A site's records as one CSV for each SDTM domain that has any, with `define.csv`, which names every variable. */
export function* sdtmFiles(_data: SiteData): Iterable<ExportFile> {
  yield* []
}
