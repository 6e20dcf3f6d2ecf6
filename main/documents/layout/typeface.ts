import { AppError } from '#shared/api/errors.ts'
import type { Face, OpenFonts } from '../fonts.ts'

/** A stretch of text that one font can print. */
export interface Run {
  readonly face: Face
  readonly text: string
}

/** Chooses the font of every character, and measures. */
export interface Typeface {
  runs(text: string, bold: boolean): readonly Run[]
  /** The width of a run of size 1. */
  width(run: Run): number
}

/** Characters that Chinese sets in a full square; beside them, shared punctuation takes one too. */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu
const KANGXI = 0x2e80

export function typefaceOf(fonts: OpenFonts): Typeface {
  const widths = new Map<string, number>()
  return {
    runs: (text, bold) => runsOf(text, bold, fonts),
    width({ face, text }) {
      const key = `${face} ${text}`
      const known = widths.get(key)
      if (known !== undefined) return known
      const width = fonts[face].layout(text).advanceWidth / fonts[face].unitsPerEm
      widths.set(key, width)
      return width
    },
  }
}

/** What is printed of a text: one kind of line end, no tabs, nothing that cannot be seen. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, '')
}

/** The first character of a text that no font has. */
export function unprintable(text: string, fonts: OpenFonts): string | undefined {
  return [...printable(text)].find(char => char !== '\n' && faceOf(char, false, fonts) === undefined)
}

/** The refusal of a text that would print as an empty box. */
export function noGlyph(path: string, char: string): AppError {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const message = `no font of Lobule can print U+${code}; write it in other characters`
  return new AppError({ code: 'invalid_input', issues: [{ path, message }] })
}

function runsOf(text: string, bold: boolean, fonts: OpenFonts): Run[] {
  const chars = [...text]
  const runs: { face: Face; text: string }[] = []
  chars.forEach((char, index) => {
    const beside = WIDE.test(chars[index - 1] ?? '') || WIDE.test(chars[index + 1] ?? '')
    const face = (beside ? undefined : narrowFace(char, fonts)) ?? faceOf(char, bold, fonts)
    if (face === undefined) throw noGlyph('document', char)
    const last = runs.at(-1)
    if (last?.face === face) last.text += char
    else runs.push({ face, text: char })
  })
  return runs
}

/** The Chinese font draws quotes, dots and signs a full square wide, which tears Latin text apart. */
function narrowFace(char: string, { regular, latin }: OpenFonts): Face | undefined {
  const code = char.codePointAt(0) ?? 0
  if (code < 0x80 || code >= KANGXI || !regular.hasGlyphForCodePoint(code)) return undefined
  const isSquare = regular.glyphForCodePoint(code).advanceWidth >= regular.unitsPerEm
  return isSquare && latin.hasGlyphForCodePoint(code) ? 'latin' : undefined
}

function faceOf(char: string, bold: boolean, fonts: OpenFonts): Face | undefined {
  const order: readonly Face[] = [bold ? 'bold' : 'regular', 'latin', 'symbols']
  const code = char.codePointAt(0) ?? 0
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return undefined
  return order.find(face => fonts[face].hasGlyphForCodePoint(code))
}
