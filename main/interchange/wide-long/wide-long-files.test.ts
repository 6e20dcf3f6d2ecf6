import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart } from '#shared/core/facts/candidate.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { anyFact } from '#test/support/any-content.ts'
import {
  chartedSite,
  chartOfContents,
  pbcseqCharts,
  sampleCharts,
  textsOf,
} from '#test/support/charted-site.ts'
import { formulasIn, readCsv } from '#test/support/read-csv.ts'
import { readLong, readWide, valuesOfCharts } from '#test/support/read-tables.ts'
import { wideLongFiles } from './wide-long-files.ts'

function written(charts: readonly Chart[]) {
  const texts = textsOf(wideLongFiles(chartedSite(charts)))
  return (path: string) => readCsv(texts.get(path) ?? '')
}

describe.each([
  ['the sample site', sampleCharts()],
  ['pbcseq', pbcseqCharts()],
])('the tables of %s', (_name, charts) => {
  const table = written(charts)

  it('give back every value by the long one', () => {
    expect(readLong(table('long.csv').rows)).toEqual(valuesOfCharts(charts))
  })

  it('give back every value by the wide one, with one row for a patient and day', () => {
    const { rows } = table('wide.csv')
    expect(readWide(rows)).toEqual(valuesOfCharts(charts))
    const first = rows.filter(({ repeat }) => repeat === '1').map(({ subject, day }) => `${subject} ${day}`)
    expect(new Set(first).size).toBe(first.length)
  })

  it('have a patient in each row of the subjects, with the count of the facts', () => {
    expect(table('subjects.csv').rows.map(({ subject, facts }) => [subject, Number(facts)])).toEqual(
      charts.map(({ candidate, facts }) => [candidate.screeningNumber, facts.length]),
    )
  })

  it('have every column in the codebook, in both languages', () => {
    const { rows } = table('codebook.csv')
    for (const file of ['wide.csv', 'long.csv', 'subjects.csv', 'people.csv']) {
      const told = rows.filter(row => row['file']?.includes(file) === true).map(({ column }) => column)
      expect(told).toEqual(expect.arrayContaining(table(file).columns))
    }
    for (const { label_en, label_zh, type } of rows) {
      expect(label_en).toBeTruthy()
      expect(label_zh).toBeTruthy()
      expect(type).toBeTruthy()
    }
  })
})

describe('the wide table', () => {
  it('has what was measured on one day of the site in one row, whatever offset a file had', () => {
    const contents = [
      { kind: 'body_weight', on: '2026-03-10', kg: '60' },
      { kind: 'abdominal_girth', on: '2026-03-09T23:40:00Z', cm: '92' },
    ].map(content => FactContent.parse(content))
    const { rows } = written([chartOfContents('S-1', contents)])('wide.csv')
    expect(rows).toMatchObject([{ day: '2026-03-10', 'body_weight.kg': '60', 'abdominal_girth.cm': '92' }])
  })
})

describe('the tables of any record', () => {
  it('give back every value, whatever was charted', () => {
    fc.assert(
      fc.property(fc.array(anyFact(), { minLength: 1, maxLength: 6 }), contents => {
        const charts = [chartOfContents('S-1', contents)]
        const table = written(charts)
        expect(readLong(table('long.csv').rows)).toEqual(valuesOfCharts(charts))
        expect(readWide(table('wide.csv').rows)).toEqual(valuesOfCharts(charts))
      }),
      { numRuns: 300 },
    )
  })

  it('leave no cell that a spreadsheet would run as a formula', () => {
    fc.assert(
      fc.property(fc.array(anyFact(), { minLength: 1, maxLength: 4 }), contents => {
        const charts = [chartOfContents('S-1', contents)]
        for (const text of textsOf(wideLongFiles(chartedSite(charts))).values()) {
          expect(formulasIn(text)).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})
