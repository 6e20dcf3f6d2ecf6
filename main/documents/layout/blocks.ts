import type { Chart, Timeline } from './chart.ts'
import type { Paragraph } from './text.ts'

/** The content of a table's cell: paragraphs below each other. */
export type Cell = readonly Paragraph[]

export interface Column {
  /** Its share of the table's width. */
  readonly share: number
  readonly align?: 'left' | 'right'
}

export interface Row {
  readonly cells: readonly Cell[]
  /** The only cell spans the table, and stays on the page of the row after it. */
  readonly isGroup?: boolean
  /** At least this high: room to write by hand. */
  readonly height?: number
}

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  /** Printed again at the top of every page that the table goes on to. */
  readonly head?: readonly Cell[]
  readonly rows: readonly Row[]
  /** The first cell of each row names the row. */
  readonly hasRowNames?: boolean
  /** Without lines between the rows. */
  readonly isOpen?: boolean
  /** Every cell of a row in a frame: to be written in by hand. */
  readonly hasGrid?: boolean
}

/** Charts of one height in rows. */
export interface Charts {
  readonly kind: 'charts'
  readonly charts: readonly Chart[]
  readonly perRow: number
  /** Of each, with its title and axis, in points. */
  readonly height: number
}

/** What a document is made of, from top to bottom. */
export type Block =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2
      readonly paragraphs: readonly Paragraph[]
      readonly bookmark: string
    }
  | { readonly kind: 'text'; readonly paragraphs: readonly Paragraph[] }
  /** Set off by a bar in the accent; never split. */
  | { readonly kind: 'panel'; readonly paragraphs: readonly Paragraph[] }
  | Table
  | Charts
  /** Over the width of the page. */
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  | { readonly kind: 'space'; readonly height: number }
  /** What follows begins on a new page. */
  | { readonly kind: 'page' }
  /** Frames for visible signatures side by side, each under its label and so high, in points. */
  | { readonly kind: 'slots'; readonly labels: readonly (readonly Paragraph[])[]; readonly height: number }
