import type { Cell } from './blocks.ts'
import { heightOf, linesOf } from './lines.ts'
import type { Sheet } from './page.ts'
import type { Paragraph } from './text.ts'
import type { Typeface } from './typeface.ts'

/** What content that has to fit a page is measured by. */
export interface Paper {
  readonly sheet: Sheet
  readonly typeface: Typeface
}

/** The width of the area that content may fill, in points. */
export function paperWidth({ sheet }: Paper): number {
  return sheet.width - sheet.left - sheet.right
}

/** As much of a cell as fits a box. */
export interface Fitted {
  readonly cell: Cell
  readonly isWhole: boolean
}

/** The height of a cell set in a width, in points. */
export function cellHeight(cell: Cell, width: number, typeface: Typeface): number {
  return cell.reduce(
    (total, part) => total + (part.before ?? 0) + heightOf(linesOf(part, width, typeface)),
    0,
  )
}

/** Sums of heights that say the same may differ by less than this. */
const SLACK = 0.01

/** Takes of a cell what fits; `more` then stands at its end and says so. */
export function fitted(
  cell: Cell,
  box: { width: number; height: number },
  more: Paragraph,
  typeface: Typeface,
): Fitted {
  const { width, height } = box
  if (cellHeight(cell, width, typeface) <= height + SLACK) return { cell, isWhole: true }
  const room = height - cellHeight([more], width, typeface)
  const kept: Paragraph[] = []
  for (const paragraph of cell) {
    const left = room - cellHeight(kept, width, typeface)
    const fits = (part: Paragraph) => cellHeight([part], width, typeface) <= left
    const part = fits(paragraph) ? paragraph : beginning(paragraph, fits)
    if (part !== undefined) kept.push(part)
    if (part !== paragraph) break
  }
  return { cell: [...kept, more], isWhole: false }
}

/** Chinese breaks anywhere; other words are kept whole, with the signs in them. */
const IN_WORD = /^[^\s\u2E80-\uFFEF]{2}$/u
const LAST_WORD = /[^\s\u2E80-\uFFEF]+$/u

/** The longest beginning that fits, without half a word; undefined where not even a character does. */
function beginning(paragraph: Paragraph, fits: (part: Paragraph) => boolean): Paragraph | undefined {
  const letters = [...paragraph.spans.map(({ text }) => text).join('')]
  let [low, high] = [0, letters.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(firstOf(paragraph, middle))) low = middle
    else high = middle - 1
  }
  const text = letters.slice(0, low).join('')
  const whole = IN_WORD.test(letters.slice(low - 1, low + 1).join('')) ? text.replace(LAST_WORD, '') : text
  const kept = whole.trim() === '' ? text : whole
  return kept.trim() === '' ? undefined : firstOf(paragraph, [...kept].length)
}

function firstOf(paragraph: Paragraph, count: number): Paragraph {
  let left = count
  const spans = paragraph.spans.flatMap(span => {
    const letters = [...span.text].slice(0, Math.max(0, left))
    left -= letters.length
    return letters.length === 0 ? [] : [{ ...span, text: letters.join('') }]
  })
  return { ...paragraph, spans }
}
