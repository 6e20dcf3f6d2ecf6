/** One file of an export as it is written: streamed, so that memory stays flat however large the site is. */
export interface ExportFile {
  /** `/` between its parts. */
  readonly path: string
  readonly mediaType: string
  readonly chunks: Iterable<string | Uint8Array>
}
