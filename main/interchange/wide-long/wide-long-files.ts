import type { ExportFile } from '../export-file.ts'
import type { SiteData } from '../site-data.ts'

/** A site's records as `wide.csv`, a row for each patient and day, `long.csv`, a row for each value, and their codebook. */
export function* wideLongFiles(_data: SiteData): Iterable<ExportFile> {
  yield* []
}
