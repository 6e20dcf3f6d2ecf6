import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Column, Row } from '../layout/blocks.ts'
import type { Paragraph } from '../layout/text.ts'
import type { Speech } from '../speech.ts'

/** Sizes of type, in points. */
export const TYPE = { title: 15, section: 10.5, head: 7, cell: 7.6, fine: 6.8 } as const

/** The title of a document. */
export function title(speech: Speech, text: LocalizedText): Block {
  const paragraphs = [speech.label(text, { size: TYPE.title, bold: true })]
  return { kind: 'heading', level: 1, paragraphs, bookmark: speech.plain(text) }
}

export function section(speech: Speech, text: LocalizedText): Block {
  const paragraphs = [speech.label(text, { size: TYPE.section, bold: true, tone: 'accent' })]
  return { kind: 'heading', level: 2, paragraphs, bookmark: speech.plain(text) }
}

export function note(speech: Speech, text: LocalizedText): Block {
  return { kind: 'text', paragraphs: speech.say(text, { size: TYPE.cell, tone: 'soft' }) }
}

/** What is said of a table under it. */
export function footnote(speech: Speech, text: LocalizedText): Block {
  return { kind: 'text', paragraphs: [speech.label(text, { size: TYPE.fine, tone: 'soft', before: 3 })] }
}

/** A name and what it is, to be set beside each other. */
export type Entry = readonly [name: LocalizedText, value: Cell]

/** Names and values in two columns of pairs, read across. */
export function pairs(speech: Speech, entries: readonly Entry[]): Block {
  const half = Math.ceil(entries.length / 2)
  const rows = Array.from({ length: half }, (_, index): Row => {
    const [left, right] = [entries[index * 2], entries[index * 2 + 1]]
    return { cells: [...pair(speech, left), ...pair(speech, right)] }
  })
  const columns: Column[] = [{ share: 19 }, { share: 31 }, { share: 19 }, { share: 31 }]
  return { kind: 'table', columns, rows, hasRowNames: true }
}

/** Names and values, one below the other. */
export function list(speech: Speech, entries: readonly Entry[]): Block {
  return listOf(speech, entries, 26)
}

/** The same under or over pairs, its values in line with theirs. */
export function listBesidePairs(speech: Speech, entries: readonly Entry[]): Block {
  return listOf(speech, entries, 19)
}

function listOf(speech: Speech, entries: readonly Entry[], share: number): Block {
  const rows = entries.map((entry): Row => ({ cells: pair(speech, entry) }))
  return { kind: 'table', columns: [{ share }, { share: 100 - share }], rows, hasRowNames: true }
}

function pair(speech: Speech, entry: Entry | undefined): Cell[] {
  if (entry === undefined) return [[], []]
  return [[speech.label(entry[0], { size: TYPE.head, tone: 'soft' })], entry[1]]
}

/** The heads of a table's columns: Chinese over English where a document has both. */
export function heads(speech: Speech, texts: readonly LocalizedText[]): Cell[] {
  return texts.map(text => speech.say(text, { size: TYPE.head, bold: true }))
}

/** A row that stands over the rows after it. */
export function group(speech: Speech, text: LocalizedText): Row {
  return { cells: [[speech.label(text, { size: TYPE.cell, bold: true, tone: 'accent' })]], isGroup: true }
}

/** One text after its label, in each language: "Reading: …". */
export function labelled(
  speech: Speech,
  label: LocalizedText,
  value: LocalizedText,
  size: number,
): Paragraph[] {
  const names = [
    { text: speech.main === 'en' ? `${label.en}: ` : `${label['zh-CN']}：`, tone: 'soft' as const },
    { text: `${label.en}: `, tone: 'soft' as const, language: 'en' as const },
  ]
  return speech.say(value, { size }).map((paragraph, index) => {
    const name = names[index]
    const spans = name ? [name, ...paragraph.spans] : paragraph.spans
    return { ...paragraph, spans, ...(index === 0 && { before: 1.5 }) }
  })
}

/** The protocol by number and title, under the title of a document. */
export function protocolLine(
  speech: Speech,
  { id, title: name }: { id: string; title: LocalizedText },
): Block {
  const number = { text: `${id}  `, bold: true }
  const [first, ...more] = speech.say(name, { size: 9 })
  const line: Paragraph = { spans: [number, ...(first?.spans ?? [])], size: 9 }
  return { kind: 'text', paragraphs: [line, ...more.map(part => ({ ...part, size: TYPE.cell }))] }
}
