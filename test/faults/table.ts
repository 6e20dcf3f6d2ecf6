import { arch, platform } from 'node:os'
import type { Tally } from './tally.ts'

/** What a run was: to be repeated, and to be believed. */
export interface RunNote {
  readonly seed: number
  readonly seconds: number
}

const HEAD = ['fault', 'tried', 'refused clearly', 'recovered', 'lost'] as const

/** The table as Markdown, with a line of sums, and below it what could not be tried here. */
export function markdownOf(tallies: readonly Tally[], { seed, seconds }: RunNote): string {
  const lines = [...tallies, sumOf(tallies)].map(cellsOf)
  const rule = HEAD.map((_, column) => (column === 0 ? '---' : '---:'))
  const rows = [[...HEAD], rule, ...lines].map(cells => `| ${cells.join(' | ')} |`)
  const untried = [...new Set(tallies.flatMap(tally => tally.untried))].map(
    text => `- Not tried here: ${text}`,
  )
  const losses = tallies.flatMap(tally => tally.losses).map(text => `- LOST: ${text}`)
  const note = `Seed ${seed}, ${Math.round(seconds)} s, ${platform()} ${arch()}, Node ${process.versions.node}.`
  return [...rows, '', note, ...untried, ...losses, ''].join('\n')
}

function sumOf(tallies: readonly Tally[]): Tally {
  const total = (key: 'tried' | 'refused' | 'recovered' | 'lost') =>
    tallies.reduce((sum, tally) => sum + tally[key], 0)
  return {
    fault: '**all**',
    ...{
      tried: total('tried'),
      refused: total('refused'),
      recovered: total('recovered'),
      lost: total('lost'),
    },
    ...{ answers: {}, losses: [], untried: [] },
  }
}

function cellsOf({ fault, tried, refused, recovered, lost }: Tally): string[] {
  return [fault, ...[tried, refused, recovered, lost].map(figure => figure.toLocaleString('en'))]
}
