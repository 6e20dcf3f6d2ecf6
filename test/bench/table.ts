import type { Ratio } from './measure.ts'

/** One line of the table: what was done, beside what, and the ratio that is aimed at. */
export interface Row {
  readonly work: string
  readonly beside: string
  readonly ratio: Ratio
  /** The highest ratio that is good enough; absent where the row only informs. */
  readonly aim?: number
}

const HEAD = ['work', 'beside', 'ours', 'other', 'ratio', 'lowest - highest', 'aim', '']
/** The columns of words; the others hold figures and are set to the right. */
const WORDS = new Set([0, 1, 7])

/** The rows as text. Ratios are times of ours divided by times of the other: below 1 is faster. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  return lines
    .map(line =>
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return WORDS.has(column) ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cellsOf({ work, beside, ratio, aim }: Row): string[] {
  return [
    work,
    beside,
    time(ratio.ours),
    time(ratio.other),
    ratio.median.toFixed(2),
    `${ratio.low.toFixed(2)} - ${ratio.high.toFixed(2)}`,
    aim === undefined ? '' : `<= ${aim}`,
    aim === undefined ? '' : ratio.median <= aim ? 'met' : 'missed',
  ]
}

function time(milliseconds: number): string {
  if (milliseconds < 1) return `${(milliseconds * 1000).toFixed(0)} µs`
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}
