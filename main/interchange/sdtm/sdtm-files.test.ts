import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CtcaeName, ctcaeEntries } from '#shared/core/adverse-events/ctcae-entries.ts'
import { OrganClass, organClasses } from '#shared/core/adverse-events/organ-classes.ts'
import type { Chart } from '#shared/core/facts/candidate.ts'
import { type FactContent, FactKind } from '#shared/core/facts/content.ts'
import { SeriousnessCriterion } from '#shared/core/facts/safety.ts'
import { anyFact } from '#test/support/any-content.ts'
import {
  chartedSite,
  chartOfContents,
  pbcseqCharts,
  sampleCharts,
  textsOf,
} from '#test/support/charted-site.ts'
import { formulasIn, type ReadRow, readCsv } from '#test/support/read-csv.ts'
import type { Cell } from '../csv.ts'
import { domains } from './domains.ts'
import { kinds } from './kinds.ts'
import { sdtmFiles } from './sdtm-files.ts'
import { subjectRows } from './subject-rows.ts'
import { actions, outcomes } from './write-adverse-event.ts'
import { contactModes, dispositions } from './write-trial.ts'
import type { Part } from './written.ts'

function written(charts: readonly Chart[]) {
  const texts = textsOf(sdtmFiles(chartedSite(charts)))
  const known = new Map<string, ReadRow[]>()
  const rows = (code: string): ReadRow[] => {
    const read = known.get(code) ?? readCsvOf(texts.get(`${code.toLowerCase()}.csv`))
    known.set(code, read)
    return read
  }
  return { texts, rows }
}

function readCsvOf(text: string | undefined): ReadRow[] {
  return text === undefined ? [] : readCsv(text).rows
}

const ofKind = <K extends FactContent['kind']>(charts: readonly Chart[], kind: K) =>
  charts.flatMap(({ candidate: { screeningNumber }, facts }) =>
    facts.flatMap(({ id, content }) =>
      content.kind === kind
        ? [{ screeningNumber, id, content: content as Extract<FactContent, { kind: K }> }]
        : [],
    ),
  )

describe.each([
  ['the sample site', sampleCharts()],
  ['pbcseq', pbcseqCharts()],
])('the SDTM data sets of %s', (_name, charts) => {
  const { texts, rows } = written(charts)

  it('have each laboratory value with its digits, comparator, unit, range, time and laboratory', () => {
    const read = rows('LB')
      .filter(({ LBLOINC }) => LBLOINC !== undefined)
      .map(row => [
        ...[row['USUBJID'], row['LBSPID'], row['LBLOINC'], row['LBORRES'], row['LBORRESU']],
        ...[row['LBORNRLO'], row['LBORNRHI'], row['LBDTC'], row['LBNAM'], row['LBCTRL']],
      ])
    const charted = ofKind(charts, 'laboratory').map(({ screeningNumber, id, content }) => [
      ...[`07-${screeningNumber}`, id, content.loinc, `${content.comparator ?? ''}${content.value}`],
      ...[content.unit, content.range?.low, content.range?.high, content.on],
      ...[content.laboratory, content.control],
    ])
    expect(read.map(each => JSON.stringify(each)).sort()).toEqual(
      charted.map(each => JSON.stringify(each)).sort(),
    )
  })

  it('have one person once in DM where they are in one trial', () => {
    const people = rows('DM').map(({ STUDYID, USUBJID }) => `${STUDYID} ${USUBJID}`)
    expect(new Set(people).size).toBe(people.length)
    expect(new Set(rows('DM').map(({ SCRNUM }) => SCRNUM)).size).toBe(charts.length)
  })

  it('number the rows of each patient in each data set from 1 without a gap', () => {
    for (const code of Object.keys(domains).filter(each => !['DM', 'SUPPQUAL'].includes(each))) {
      for (const own of Map.groupBy(rows(code), ({ USUBJID }) => USUBJID).values()) {
        expect(own.map(row => Number(row[`${code}SEQ`]))).toEqual(own.map((_row, index) => index + 1))
      }
    }
  })

  it('have every fact in the data set of its kind', () => {
    for (const { facts } of charts) {
      for (const { id, content } of facts) {
        if (content.kind === 'negative_finding' || content.kind === 'not_known') continue
        const { domain } = kinds[content.kind]
        expect(spidsOf(domain).has(id), `${id} in ${domain}`).toBe(true)
      }
    }
  })

  it('have nothing in SUPPQUAL and CO but of rows that are there', () => {
    const there = new Set(
      Object.keys(domains).flatMap(code =>
        rows(code).map(row => `${code} ${row['USUBJID']} ${row[`${code}SEQ`]} ${row[`${code}SPID`]}`),
      ),
    )
    const about = [...rows('SUPPQUAL'), ...rows('CO').filter(({ IDVAR }) => IDVAR !== undefined)].map(
      ({ RDOMAIN, USUBJID, IDVARVAL, QSPID, COSPID }) =>
        `${RDOMAIN} ${USUBJID} ${IDVARVAL} ${QSPID ?? COSPID}`,
    )
    expect(about.filter(row => !there.has(row))).toEqual([])
  })

  it('have every column and every data set in define.csv', () => {
    const told = readCsvOf(texts.get('define.csv')).map(
      ({ dataset, variable }) => `${dataset} ${variable ?? ''}`,
    )
    for (const [path, text] of texts) {
      if (path === 'define.csv' || path === 'terms.csv') continue
      const code = path.replace('.csv', '').toUpperCase()
      const { columns } = readCsv(text)
      expect(told).toEqual(expect.arrayContaining([`${code} `, ...columns.map(name => `${code} ${name}`)]))
    }
  })

  function spidsOf(code: string): ReadonlySet<string | undefined> {
    const known = spids.get(code) ?? new Set(rows(code).map(row => row[`${code}SPID`]))
    spids.set(code, known)
    return known
  }
  const spids = new Map<string, ReadonlySet<string | undefined>>()
})

describe('the SDTM data sets of any record', () => {
  it('leave nothing out that was charted', () => {
    fc.assert(
      fc.property(anyFact(), content => {
        const cells = new Set(partsOf(content).flatMap(({ values }) => Object.values(values).map(textOf)))
        expect(chartedIn(content).filter(value => !isSaid(value, cells))).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  it('name each supplement of a row once', () => {
    fc.assert(
      fc.property(anyFact(), content => {
        const names = partsOf(content).flatMap(({ values }) => values['QNAM'] ?? [])
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
        expect(names.filter(name => !/^[A-Z][A-Z0-9]{0,7}$/.test(String(name)))).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  it('leave no cell that a spreadsheet would run as a formula', () => {
    fc.assert(
      fc.property(fc.array(anyFact(), { minLength: 1, maxLength: 4 }), contents => {
        for (const text of written([chartOfContents('S-1', contents)]).texts.values()) {
          expect(formulasIn(text)).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** The rows of one fact, before they are text: what becomes of text is tested above. */
function partsOf(content: FactContent): Part[] {
  const site = chartedSite([chartOfContents('S-1', [content])])
  return [...site.subjects()].flatMap(subject => subjectRows(subject, site))
}

function textOf(cell: Cell | undefined): string | undefined {
  if (cell === undefined || cell === null) return undefined
  return typeof cell === 'object' ? cell.printed : String(cell)
}

/** The comparator of a laboratory value stands before it, as it is printed. */
function chartedIn(content: FactContent): string[] {
  if (content.kind !== 'laboratory') return leavesIn(content)
  const { comparator = '', value, ...rest } = content
  return [`${comparator}${value}`, ...leavesIn(rest)]
}

function leavesIn(value: unknown): string[] {
  if (value === null) return ['not_applicable']
  if (typeof value !== 'object') return [String(value)]
  return Object.entries(value).flatMap(([name, inner]) => (name === 'kind' ? [] : leavesIn(inner)))
}

/** Whether one of some cells says a charted value: as it is, in capitals, or by the term that stands for it. */
function isSaid(value: string, cells: ReadonlySet<string | undefined>): boolean {
  return (
    cells.has(value) ||
    cells.has(value.toUpperCase().replaceAll('_', ' ')) ||
    termsFor(value).some(term => cells.has(term))
  )
}

function termsFor(value: string): string[] {
  const coded = [actions, contactModes, dispositions.consent, dispositions.enrolment].flatMap(list =>
    Object.entries<{ term: string }>(list).flatMap(([own, { term }]) => (own === value ? [term] : [])),
  )
  const named = [
    Object.entries(outcomes).find(([own]) => own === value)?.[1],
    CtcaeName.safeParse(value).data && ctcaeEntries[CtcaeName.parse(value)].name,
    OrganClass.safeParse(value).data && organClasses[OrganClass.parse(value)].en,
    FactKind.safeParse(value).data && kinds[FactKind.parse(value)].topic,
  ].filter(each => each !== undefined)
  const answers = ['yes', 'done', ...SeriousnessCriterion.options].includes(value)
    ? ['Y']
    : ['no', 'missed'].includes(value)
      ? ['N']
      : []
  return [...coded, ...named, ...answers]
}
