import LineBreaker from 'linebreak'
import type { Face } from '../fonts.ts'
import { lineHeight, type Paragraph, type Span } from './text.ts'
import { printable, type Run, type Typeface } from './typeface.ts'

/** A stretch of a line in one font and look, from `x` points after the line's start. */
interface Piece {
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly span: Span
  readonly x: number
}

/** One line of a paragraph. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly width: number
  readonly height: number
  /** From the line's top down to its baseline. */
  readonly baseline: number
}

/** A part of a span that no line break falls into, already in runs. */
interface Word {
  readonly parts: readonly { readonly run: Run; readonly span: Span; readonly size: number }[]
  readonly width: number
  /** Without the spaces at its end, which hang over the edge. */
  readonly inked: number
  readonly ends: boolean
}

/** Breaks a paragraph into the lines that fit a width. */
export function linesOf(paragraph: Paragraph, width: number, typeface: Typeface): Line[] {
  const lines: Word[][] = []
  let line: Word[] = []
  let used = 0
  for (const word of wordsOf(paragraph, width, typeface)) {
    if (line.length > 0 && used + word.inked > width + 0.01) {
      lines.push(line)
      line = []
      used = 0
    }
    line.push(word)
    used += word.width
    if (!word.ends) continue
    lines.push(line)
    line = []
    used = 0
  }
  if (line.length > 0) lines.push(line)
  return lines.map(words => lineOf(words, paragraph, width, typeface))
}

/** The height of lines set below each other. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((total, { height }) => total + height, 0)
}

function lineOf(words: readonly Word[], { size, align }: Paragraph, room: number, typeface: Typeface): Line {
  const width = words.reduce((total, word, index) => {
    return total + (index === words.length - 1 ? word.inked : word.width)
  }, 0)
  const start = align === 'right' ? room - width : align === 'center' ? (room - width) / 2 : 0
  const pieces: Piece[] = []
  let x = start
  for (const { run, span, size: own } of words.flatMap(({ parts }) => parts)) {
    const last = pieces.at(-1)
    if (last && last.span === span && last.face === run.face)
      pieces[pieces.length - 1] = { ...last, text: last.text + run.text }
    else pieces.push({ text: run.text, face: run.face, size: own, span, x })
    x += typeface.width(run) * own
  }
  const largest = Math.max(size, ...pieces.map(piece => piece.size))
  const height = lineHeight(largest)
  return { pieces: pieces.map(trimmed(pieces.length)), width, height, baseline: height * 0.72 }
}

const trimmed = (count: number) => (piece: Piece, index: number) =>
  index === count - 1 ? { ...piece, text: piece.text.trimEnd() } : piece

function wordsOf(paragraph: Paragraph, width: number, typeface: Typeface): Word[] {
  const spans = paragraph.spans.map(span => ({ ...span, text: printable(span.text) }))
  const text = spans.map(span => span.text).join('')
  const breaker = new LineBreaker(text)
  const words: Word[] = []
  let start = 0
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const ends = next.required && text[next.position - 1] === '\n'
    const parts = partsOf(spans, start, next.position, paragraph, typeface)
    words.push(...fitting({ parts, ends }, width, typeface))
    start = next.position
  }
  return words
}

function partsOf(
  spans: readonly Span[],
  from: number,
  to: number,
  paragraph: Paragraph,
  typeface: Typeface,
): Word['parts'] {
  let offset = 0
  return spans.flatMap(span => {
    const piece = span.text.slice(Math.max(0, from - offset), Math.max(0, to - offset)).replace(/\n/g, '')
    offset += span.text.length
    const size = span.size ?? paragraph.size
    return typeface.runs(piece, span.bold === true).map(run => ({ run, span, size }))
  })
}

/** A word that is wider than the line (a hash, a path) is broken between any two of its characters. */
function fitting({ parts, ends }: Pick<Word, 'parts' | 'ends'>, width: number, typeface: Typeface): Word[] {
  const whole = measured(parts, ends, typeface)
  if (whole.inked <= width) return [whole]
  const letters = parts.flatMap(({ run, span, size }) =>
    [...run.text].map(text => ({ run: { face: run.face, text }, span, size })),
  )
  return letters.map((letter, index) => measured([letter], ends && index === letters.length - 1, typeface))
}

function measured(parts: Word['parts'], ends: boolean, typeface: Typeface): Word {
  const width = parts.reduce((total, { run, size }) => total + typeface.width(run) * size, 0)
  const last = parts.at(-1)
  const spaces = last ? last.run.text.length - last.run.text.trimEnd().length : 0
  const hanging = last && spaces > 0 ? typeface.width({ ...last.run, text: ' ' }) * last.size * spaces : 0
  return { parts, width, inked: width - hanging, ends }
}
