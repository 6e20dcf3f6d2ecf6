import type { Language } from '#shared/core/text.ts'
import type { SignatureSlot } from '../signature-slot.ts'
import type { Shape } from './chart-geometry.ts'
import type { Line } from './lines.ts'
import type { Tone } from './text.ts'

/** An element of the tagged structure, in reading order under its parent. */
export interface Tag {
  readonly type: 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure'
  readonly parent: Tag | null
  readonly scope?: 'Column' | 'Row'
  readonly actual?: string | undefined
  /** Of a figure: what it shows, in words. */
  readonly alternative?: string
}

/** Lines of one paragraph, or of its part on this page; without a tag they are no content. */
export interface TextMark {
  readonly kind: 'text'
  readonly tag: Tag | null
  readonly x: number
  readonly y: number
  readonly lines: readonly Line[]
}

/** A line or an area, which is never content. */
export type Ornament =
  | {
      readonly kind: 'rule'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly weight: number
      readonly tone: Tone | 'faint'
    }
  | { readonly kind: 'bar'; readonly x: number; readonly y: number; readonly height: number }
  | {
      readonly kind: 'frame'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }

/** A drawing with its own words in it, which are read with it. */
export interface Figure {
  readonly tag: Tag
  readonly shapes: readonly Shape[]
  readonly texts: readonly TextMark[]
}

export interface Bookmark {
  readonly level: 1 | 2
  readonly title: string
  readonly y: number
}

/** What stands on a page, measured from its upper left corner. */
export interface Page {
  readonly texts: TextMark[]
  readonly ornaments: Ornament[]
  readonly figures: Figure[]
  readonly bookmarks: Bookmark[]
}

/** A document laid out. */
export interface Layout {
  readonly pages: readonly Page[]
  readonly tags: readonly Tag[]
  readonly slots: readonly SignatureSlot[]
}

/** A sheet of paper with the area that content may fill. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The language of a line that differs from the document's. */
export function languageOf(line: Line): Language | undefined {
  return line.pieces[0]?.span.language
}
