import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { cellHeight, fitted, type Paper } from '../layout/measure.ts'
import { gridInset } from '../layout/tables.ts'
import type { Speech } from '../speech.ts'
import { group } from './parts.ts'

/** One field of a form of boxes, with its share of the width. */
export interface Box {
  readonly name: LocalizedText
  readonly value: Cell
  readonly share: number
}

/** Boxes side by side, all of one height. */
export interface BoxRow {
  readonly boxes: readonly Box[]
  /** In points. */
  readonly height: number
  /** Stands over the row. */
  readonly part?: LocalizedText
}

/** A form of boxes that cannot grow, and what did not fit into one of them. */
export interface BoxForm {
  readonly blocks: readonly Block[]
  readonly over: readonly Box[]
}

const LABEL = 6.2

/** Sets a form: each box takes what it has room for, and says where its text goes on. */
export function boxForm(
  { speech, paper, more }: { speech: Speech; paper: Paper; more: LocalizedText },
  rows: readonly BoxRow[],
): BoxForm {
  const end = speech.label(more, { size: LABEL, bold: true })
  const over: Box[] = []
  const blocks = rows.map(({ boxes, height, part }): Block => {
    const total = boxes.reduce((sum, { share }) => sum + share, 0)
    const cells = boxes.map(box => {
      const label = speech.label(box.name, { size: LABEL, tone: 'soft' })
      const width = (paper.width * box.share) / total - 2 * gridInset.x
      const room = height - 2 * gridInset.y - cellHeight([label], width, paper.typeface)
      const { cell, isWhole } = fitted(box.value, { width, height: room }, end, paper.typeface)
      if (!isWhole) over.push(box)
      return [label, ...cell]
    })
    const row: Row = { cells, height }
    return {
      kind: 'table',
      columns: boxes.map(({ share }) => ({ share })),
      rows: part === undefined ? [row] : [group(speech, part), row],
      hasGrid: true,
    }
  })
  return { blocks, over }
}
