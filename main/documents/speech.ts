import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import type { Language, LocalizedText } from '#shared/core/text.ts'
import { withPrintedUnits } from '#shared/core/unit-text.ts'
import type { Paragraph, Span, Tone } from './layout/text.ts'

/** How words are to look. */
export interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly tone?: Tone
  readonly before?: number
}

/** Says things in the language of a document; a bilingual one has Chinese first and English in grey after it. */
export interface Speech {
  readonly document: DocumentLanguage
  /** The language that the document is tagged with. */
  readonly main: Language
  /** Both languages below each other. */
  say(text: LocalizedText, look?: Look): Paragraph[]
  /** Both languages in one line: labels, heads of columns. */
  label(text: LocalizedText, look?: Look): Paragraph
  /** The spans of `label`, to go into a line with others. */
  spans(text: LocalizedText, look?: Look): Span[]
  /** Without any look: titles of metadata and bookmarks. */
  plain(text: LocalizedText): string
}

/** The size of ordinary text, in points. */
const SIZE = 8

export function speechOf(document: DocumentLanguage): Speech {
  const main = document === 'en' ? 'en' : 'zh-CN'
  const isTwice = (text: LocalizedText) => document === 'bilingual' && text.en !== text['zh-CN']
  const spans = (text: LocalizedText, look: Look = {}): Span[] => {
    const first = spanOf(withPrintedUnits(text[main]), look)
    if (!isTwice(text)) return [first]
    const size = 0.9 * (look.size ?? SIZE)
    return [first, { text: ` ${withPrintedUnits(text.en)}`, language: 'en', tone: 'soft', size }]
  }
  return {
    document,
    main,
    spans,
    say: (text, look = {}) => {
      const size = look.size ?? SIZE
      const before = look.before === undefined ? {} : { before: look.before }
      const first: Paragraph = { spans: [spanOf(withPrintedUnits(text[main]), look)], size, ...before }
      if (!isTwice(text)) return [first]
      const english: Span = { text: withPrintedUnits(text.en), language: 'en', tone: 'soft' }
      return [first, { spans: [english], size: size * 0.9 }]
    },
    label: (text, look = {}) => ({
      spans: spans(text, look),
      size: look.size ?? SIZE,
      ...(look.before !== undefined && { before: look.before }),
    }),
    plain: text => (isTwice(text) ? `${text['zh-CN']} ${text.en}` : text[main]),
  }
}

/** Text that is the same in every language: a name, a number, a date. */
export function literal(text: string, look: Look = {}): Paragraph {
  return {
    spans: [spanOf(text, look)],
    size: look.size ?? SIZE,
    ...(look.before !== undefined && { before: look.before }),
  }
}

function spanOf(text: string, { bold, tone, size }: Look): Span {
  return { text, ...(bold && { bold }), ...(tone && { tone }), ...(size !== undefined && { size }) }
}
