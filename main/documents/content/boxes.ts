import type { LocalizedText } from '#shared/core/text.ts'
import type { Block, Cell, Row } from '../layout/blocks.ts'
import { cellHeight, fitted, type Paper, paperWidth } from '../layout/measure.ts'
import { gridInset } from '../layout/tables.ts'
import type { Paragraph } from '../layout/text.ts'
import type { Speech } from '../speech.ts'
import { group } from './parts.ts'

/** One field of a form of boxes, with its share of the width. */
interface Box {
  readonly name: LocalizedText
  readonly value: Cell
  readonly share: number
}

/** Boxes side by side, all as high as the highest needs, within bounds in points. */
export interface BoxRow {
  readonly boxes: readonly Box[]
  readonly least: number
  readonly most: number
  /** Stands over the row. */
  readonly part?: LocalizedText
}

/** A form of boxes, and those that could not hold their text. */
export interface BoxForm {
  readonly blocks: readonly Block[]
  readonly over: readonly Box[]
}

/** What a form is set with; `more` ends a box whose text goes on elsewhere. */
export interface BoxTools {
  readonly speech: Speech
  readonly paper: Paper
  readonly more: LocalizedText
}

const LABEL = 6.2

/** A box as it is measured. */
interface Measured {
  readonly box: Box
  readonly label: Paragraph
  readonly width: number
  /** Of its label and the air around it. */
  readonly taken: number
}

/** Sets a form in which every box takes what it has room for. */
export function boxForm(tools: BoxTools, rows: readonly BoxRow[]): BoxForm {
  const set = rows.map(row => boxRow(tools, row))
  return { blocks: set.map(({ block }) => block), over: set.flatMap(({ over }) => over) }
}

function boxRow(
  tools: BoxTools,
  { boxes, least, most, part }: BoxRow,
): { readonly block: Block; readonly over: Box[] } {
  const { speech, paper, more } = tools
  const { typeface } = paper
  const total = boxes.reduce((sum, { share }) => sum + share, 0)
  const measured = boxes.map(box => measuredBox(tools, box, total))
  const needed = measured.map(({ box, width, taken }) => taken + cellHeight(box.value, width, typeface))
  const height = Math.min(most, Math.max(least, ...needed))
  const end = speech.label(more, { size: LABEL, bold: true })
  const set = measured.map(({ box, label, width, taken }) => {
    const { cell, isWhole } = fitted(box.value, { width, height: height - taken }, end, typeface)
    return { cell: [label, ...cell], over: isWhole ? [] : [box] }
  })
  const row: Row = { cells: set.map(({ cell }) => cell), height }
  return {
    block: {
      kind: 'table',
      columns: boxes.map(({ share }) => ({ share })),
      rows: part === undefined ? [row] : [group(speech, part), row],
      hasGrid: true,
    },
    over: set.flatMap(({ over }) => over),
  }
}

function measuredBox({ speech, paper }: BoxTools, box: Box, total: number): Measured {
  const label = speech.label(box.name, { size: LABEL, tone: 'soft' })
  const width = (paperWidth(paper) * box.share) / total - 2 * gridInset.x
  return { box, label, width, taken: 2 * gridInset.y + cellHeight([label], width, paper.typeface) }
}
