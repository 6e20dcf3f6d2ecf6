import type { Language } from '#shared/core/text.ts'

/** The colours of a document: black, grey beside it, and one accent. */
export type Tone = 'ink' | 'soft' | 'accent'

/** A stretch of text in one look. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly tone?: Tone
  /** In points; absent: the size of its paragraph. */
  readonly size?: number
  /** Where it differs from the language of the document. */
  readonly language?: Language
}

/** Spans that wrap together. */
export interface Paragraph {
  readonly spans: readonly Span[]
  readonly size: number
  readonly align?: 'left' | 'right' | 'center'
  /** Space before it, in points. */
  readonly before?: number
  /** What a reader of the tags is told instead of the text as broken into groups and lines. */
  readonly actual?: string
}

/** The height of a line of text of a size, in points: room for Chinese, which has no ascenders to rest on. */
export function lineHeight(size: number): number {
  return size * 1.42
}
