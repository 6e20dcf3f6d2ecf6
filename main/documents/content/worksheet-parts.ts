import { valueName } from '#shared/core/names.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import type { Span } from '../layout/text.ts'
import type { Speech } from '../speech.ts'
import { heads, TYPE } from './parts.ts'

/** Room for a line of handwriting, in points. */
const LINE = 20

/** One field of a form: its name, its share of the width, and the boxes to tick where there are any. */
export interface Field {
  readonly name: LocalizedText
  readonly share: number
  readonly boxes?: readonly string[]
}

/** Fields side by side with room under each name. */
export function fields(speech: Speech, list: readonly Field[]): Block {
  return form(
    speech,
    list.map(({ name, share }) => [name, share] as const),
    [list.map(({ boxes }) => (boxes ? [tickBoxes(speech, boxes)] : []))],
  )
}

/** Empty lines under the heads of their columns. */
export function lines(
  speech: Speech,
  columns: readonly (readonly [LocalizedText, number])[],
  count: number,
): Block {
  return form(
    speech,
    columns,
    Array.from({ length: count }, () => columns.map(() => [])),
  )
}

/** A table to be filled in by hand; the height of its rows is generous. */
export function form(
  speech: Speech,
  columns: readonly (readonly [LocalizedText, number])[],
  rows: readonly (readonly Cell[])[],
): Block {
  return {
    kind: 'table',
    columns: columns.map(([, share]) => ({ share })),
    head: heads(
      speech,
      columns.map(([name]) => name),
    ),
    rows: rows.map((cells): Row => ({ cells, height: LINE })),
    hasGrid: true,
  }
}

/** "☐ yes  ☐ no". */
function tickBoxes(speech: Speech, values: readonly string[]) {
  const size = TYPE.fine
  const spans = values.flatMap((value, index): Span[] => [
    { text: `${index === 0 ? '' : '   '}☐ `, size },
    ...speech.spans(valueName(value), { size }),
  ])
  return { spans, size }
}
