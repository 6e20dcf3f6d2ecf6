import { type Cell, csvFile, csvRow } from '../csv.ts'
import type { ExportFile } from '../export-file.ts'
import type { SiteData } from '../site-data.ts'
import { definitionHead, definitionRows } from './define.ts'
import { type DomainCode, domains } from './domains.ts'
import { subjectRows } from './subject-rows.ts'
import { termHead, termRows } from './terms.ts'
import type { Part } from './written.ts'

const codes = Object.keys(domains) as DomainCode[]

/**
 * A site's records as one CSV for each SDTM data set that has rows, with `define.csv`, which names every variable, and
 * `terms.csv`, which names the terms. Each patient is read once: the rows of the other data sets are kept while DM is
 * written, since reading a patient anew for each of twenty costs more than the text of their rows.
 */
export function* sdtmFiles(data: SiteData): Iterable<ExportFile> {
  const kept = new Map(codes.map(code => [code, [] as string[]]))
  const passes = passesOf(data, kept)
  yield dataSet('DM', {
    *[Symbol.iterator]() {
      for (;;) {
        const isOver = passes.next().done === true
        yield* taken(kept, 'DM')
        if (isOver) return
      }
    },
  })
  // Whoever does not want DM has the others all the same.
  while (passes.next().done !== true);
  const others = codes.filter(code => code !== 'DM' && (kept.get(code)?.length ?? 0) > 0)
  for (const code of others) yield dataSet(code, taken(kept, code))
  const written: DomainCode[] = ['DM', ...others]
  yield csvFile('define.csv', definitionHead, definitionRows(written).map(csvRow))
  yield csvFile('terms.csv', termHead, termRows(written).map(csvRow))
}

/** Writes the rows of one patient at each step. */
function* passesOf(data: SiteData, kept: ReadonlyMap<DomainCode, string[]>): Generator<undefined, void> {
  for (const subject of data.subjects()) {
    const byDomain = Map.groupBy(subjectRows(subject, data), ({ domain }) => domain)
    for (const [domain, parts] of byDomain) kept.get(domain)?.push(parts.map(rowText).join(''))
    yield
  }
}

/** The texts that are kept for a data set, each let go of as it is taken. */
function* taken(kept: ReadonlyMap<DomainCode, string[]>, code: DomainCode): Iterable<string> {
  const texts = kept.get(code) ?? []
  for (const [index, text] of texts.entries()) {
    texts[index] = ''
    yield text
  }
  texts.length = 0
}

function dataSet(code: DomainCode, rows: Iterable<string>): ExportFile {
  const head = domains[code].variables.map(({ name }) => name)
  return csvFile(`${code.toLowerCase()}.csv`, head, rows)
}

function rowText({ domain, values }: Part): string {
  return csvRow(domains[domain].variables.map(({ name }): Cell => values[name] ?? null))
}
