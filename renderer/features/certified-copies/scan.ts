import type { CopyMediaType } from '#shared/api/certified-copies.ts'

/** A scan in memory. */
export interface Scan {
  readonly mediaType: CopyMediaType
  readonly content: Uint8Array<ArrayBuffer>
}
