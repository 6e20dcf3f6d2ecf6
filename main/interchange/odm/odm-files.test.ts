import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFact } from '#test/support/any-content.ts'
import {
  chartedSite,
  chartOfContents,
  pbcseqCharts,
  sampleCharts,
  textsOf,
} from '#test/support/charted-site.ts'
import type { SiteData } from '../site-data.ts'
import { checkOdm } from './check-odm.ts'
import { odmFiles } from './odm-files.ts'
import { readOdm } from './read-odm.ts'

const FILE = 'odm.xml'

function bytesOf(data: SiteData): Uint8Array {
  return Buffer.from(textsOf(odmFiles(data)).get(FILE) ?? '')
}

/** What is compared, facts by their ids: all but the patient's inner id and the verdicts, which a file only tells. */
function expected(data: SiteData): unknown[] {
  return [...data.subjects()].map(({ id: _id, screenings: _screenings, facts, ...subject }) => ({
    ...subject,
    facts: facts.toSorted((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1)),
  }))
}

describe('an ODM file', () => {
  it.each([
    ['the sample site', sampleCharts],
    ['pbcseq', pbcseqCharts],
  ])('of %s is ODM 1.3.2, and gives the same subjects and facts when it is read', (_name, charts) => {
    const data = chartedSite(charts())
    const bytes = bytesOf(data)
    expect(checkOdm(bytes, FILE)).toEqual([])
    expect([...readOdm(bytes, FILE).subjects()]).toEqual(expected(data))
  })

  it('keeps any fact of any kind, whatever its texts', () => {
    fc.assert(
      fc.property(fc.array(anyFact(), { minLength: 1, maxLength: 6 }), contents => {
        const data = chartedSite([chartOfContents('S-1', contents)])
        const bytes = bytesOf(data)
        expect(checkOdm(bytes, FILE)).toEqual([])
        expect([...readOdm(bytes, FILE).subjects()]).toEqual(expected(data))
      }),
      { numRuns: 300 },
    )
  })
})
