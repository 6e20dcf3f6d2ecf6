/** Characters that fill two columns of a terminal: Chinese, Japanese, Korean and their full-width signs. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

/** Columns that a text without control characters fills. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** Signs that must not begin a line: the comma stays with its word. */
const CLOSING = /^[\s,.;:!?%)\]，。；：！？、）》”’…]+$/u

/** Breaks text into lines of at most `columns`, between words; Chinese breaks between its words too. */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap(line => wrapLine(line, columns))
}

function wrapLine(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, columns)) {
    if (line !== '' && widthOf((line + piece).trimEnd()) > columns) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return [...lines, line.trimEnd()]
}

/** Words with the signs and spaces that follow them; a run that segments badly (a date, an id) stays whole. */
function piecesOf(text: string, columns: number): string[] {
  const pieces: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && (CLOSING.test(segment) || staysTogether(last, segment))) {
      pieces[pieces.length - 1] = last + segment
    } else pieces.push(segment)
  }
  return pieces.flatMap(piece => (widthOf(piece.trimEnd()) > columns ? [...piece] : [piece]))
}

function staysTogether(last: string, next: string): boolean {
  return !/\s$/.test(last) && !WIDE.test(last.at(-1) ?? '') && !WIDE.test(next.at(0) ?? '')
}
