/** Where a document leaves room for a visible signature block. */
export interface SignatureSlot {
  /** Index of the page, from 0. */
  readonly page: number
  /** x, y, width, height in points, from the lower left corner of the page. */
  readonly rect: readonly [x: number, y: number, width: number, height: number]
}
