import { stringify } from 'csv-stringify/sync'
import type { SiteData, SubjectData } from '#main/interchange/site-data.ts'
import { wideLongFiles } from '#main/interchange/wide-long/wide-long-files.ts'
import { readCsv } from '#test/support/read-csv.ts'
import { collect, compare } from '../measure.ts'
import type { Row } from '../table.ts'
import { laboratorySite } from './site.ts'

/** The wide table of a site of `count` subjects, beside csv-stringify given the finished cells. */
export async function flatRows(count: number, rounds: number): Promise<Row[]> {
  const site = held(laboratorySite(count))
  const cells = cellsOf(wideText(site))
  const peak = peakOf(laboratorySite(count))
  const work = `wide CSV of ${count.toLocaleString('en')} subjects x 12 visits x 15 items, at most ${peak} MB held`
  const ratio = await compare(
    () => takeWide(site),
    () => stringify(cells, { bom: true, record_delimiter: 'windows', escape_formulas: true }).length,
    rounds,
  )
  return [{ work, beside: 'csv-stringify alone, given the cells', ratio, aim: 2 }]
}

/** The subjects in memory: what it costs to read them is measured elsewhere. */
function held(site: SiteData): SiteData {
  const subjects: SubjectData[] = [...site.subjects()]
  return { ...site, subjects: () => subjects }
}

/** Takes the wide table as it comes and lets go of it, as a file that is written would; its length. */
function takeWide(site: SiteData): number {
  let length = 0
  for (const chunk of wideChunks(site)) length += chunk.length
  return length
}

function wideText(site: SiteData): string {
  return [...wideChunks(site)].join('')
}

function wideChunks(site: SiteData): Iterable<string | Uint8Array> {
  for (const { path, chunks } of wideLongFiles(site)) if (path === 'wide.csv') return chunks
  throw new Error('no wide table')
}

function cellsOf(text: string): string[][] {
  const { columns, rows } = readCsv(text)
  return [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))]
}

/** By how many megabytes what is held in memory grew at most while the wide table was taken, litter cleared away. */
function peakOf(site: SiteData): number {
  collect()
  const before = process.memoryUsage().heapUsed
  let most = 0
  let taken = 0
  for (const _chunk of wideChunks(site)) {
    taken += 1
    if (taken % EVERY !== 0) continue
    collect()
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  return Math.round(most / 1_000_000)
}

/** Chunks between two looks at the memory. */
const EVERY = 50
