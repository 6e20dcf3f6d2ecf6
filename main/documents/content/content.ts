import type { Sha256 } from '#shared/core/ids.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block } from '../layout/blocks.ts'
import type { Paper } from '../layout/measure.ts'

/** What a kind of document prints. */
export interface Content {
  readonly title: LocalizedText
  /** For the head of each page: what it is about, in words that need no language. */
  readonly about: readonly string[]
  readonly isLandscape?: boolean
  /** The hash of the payload is printed among them; what has to fit a page is measured on its paper. */
  blocks(sha256: Sha256, paper: Paper): Block[]
}
