import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyFact } from '#test/support/any-content.ts'
import { chartedSite, chartOfContents, pbcseqCharts, sampleCharts } from '#test/support/charted-site.ts'
import { bytesOf, conducted, history, namedSubject, siteOf } from '#test/support/site-with-history.ts'
import type { SiteData } from '../site-data.ts'
import { checkOdm } from './check-odm.ts'
import { odmFiles } from './odm-files.ts'
import { readOdm } from './read-odm.ts'

const FILE = 'odm.xml'

/** What is compared, facts by their ids: all but the patient's inner id and the verdicts, which a file only tells. */
function expected(data: SiteData): unknown[] {
  return [...data.subjects()].map(({ id: _id, screenings: _screenings, facts, ...subject }) => ({
    ...subject,
    facts: facts.toSorted((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1)),
  }))
}

function expectRoundTrip(data: SiteData): string {
  const bytes = bytesOf(odmFiles(data))
  expect(checkOdm(bytes, FILE)).toEqual([])
  expect([...readOdm(bytes, FILE).subjects()]).toEqual(expected(data))
  return Buffer.from(bytes).toString()
}

const bilirubin = {
  ...{ kind: 'laboratory', on: '2026-11-08', loinc: '14631-6', value: '34.20', unit: 'umol/L' },
  ...{ range: { low: '5.1', high: '19.0' }, laboratory: '检验科' },
}
const event = {
  ...{ kind: 'adverse_event', from: '2026-11-08', to: 'ongoing', term: 'fever 发热' },
  ...{ grades: [{ grade: 1, from: '2026-11-08' }], followUps: [{ on: '2026-11-09', text: '38.1 °C' }] },
}

describe('an ODM file', () => {
  it.each([
    ['the sample site', sampleCharts],
    ['pbcseq', pbcseqCharts],
  ])('of %s is ODM 1.3.2, and gives the same subjects and facts when it is read', (_name, charts) => {
    expectRoundTrip(chartedSite(charts()))
  })

  it('keeps any fact of any kind, whatever its texts', () => {
    fc.assert(
      fc.property(fc.array(anyFact(), { minLength: 1, maxLength: 20 }), contents => {
        expectRoundTrip(chartedSite([chartOfContents('S-1', contents)]))
      }),
      { numRuns: 25 },
    )
  })

  it('holds every version with who, when and why, and writes of a correction only what it changed', () => {
    const { range: _range, ...withoutRange } = bilirubin
    const facts = [
      ...history('f-1', bilirubin, { ...withoutRange, value: '43.20' }, null),
      ...history('ae-1', event, {
        ...event,
        grades: [
          { grade: 2, from: '2026-11-08' },
          { grade: 1, from: '2026-11-10' },
        ],
        followUps: [],
      }),
    ]
    const xml = expectRoundTrip(siteOf([namedSubject(facts)]))
    const correction = xml.split('\n').find(line => line.includes('"f-1" TransactionType="Update"'))
    expect(correction).toContain('<ItemData ItemOID="I.laboratory.value" Value="43.20"/>')
    expect(correction).toContain('<ItemData ItemOID="I.laboratory.range.low" TransactionType="Remove"/>')
    expect(correction).not.toContain('I.laboratory.unit')
    expect(xml).toContain('FormRepeatKey="f-1" TransactionType="Remove"/>')
    expect(xml).toContain(
      '<ReasonForChange>Compared with the report &lt;1&gt;&#10;&amp; corrected</ReasonForChange>',
    )
  })

  it('holds signatures with their meaning, and what the site says of deviations', () => {
    const xml = expectRoundTrip(siteOf([namedSubject(history('f-1', bilirubin), conducted)]))
    expect(xml).toContain(
      '<SignatureRef SignatureOID="SD.causality_assessment"/><DateTimeStamp>2026-11-20T10:00:00+08:00',
    )
    expect(xml).toContain('<FullName>Chen Wei</FullName>')
  })

  it('names nobody where it is pseudonymised', () => {
    const { fullName: _name, initials: _initials, ...subject } = namedSubject(history('f-1', bilirubin))
    const people = [...siteOf([]).people].map(one => ({ ...one, fullName: one.id, loginName: one.id }))
    const data = siteOf([{ ...subject, birthDate: '1966' }], { pseudonymised: true, people })
    const xml = expectRoundTrip(data)
    for (const name of ['李华', 'LH', 'Chen', 'Zhou', 'FullName', 'LoginName'])
      expect(xml).not.toContain(name)
  })

  it('keeps a text with characters that XML cannot hold, and a range that gives no limit', () => {
    const odd = { ...bilirubin, laboratory: 'a\u0000b \ud800 \uffff\tc', range: {} }
    expectRoundTrip(siteOf([namedSubject(history('f-1', odd, { ...odd, range: { high: '19' } }, odd))]))
  })

  it('has no place for an allocation', () => {
    const xml = Buffer.from(bytesOf(odmFiles(chartedSite(sampleCharts())))).toString()
    expect(xml).not.toMatch(/OID="[^"]*(?:arm|allocation|treatment_group|randomi[sz]ed_to|placebo)[."]/i)
  })
})

describe('an import of an ODM file', () => {
  const rowsOf = (data: SiteData) => [...readOdm(bytesOf(odmFiles(data)), FILE).rows()]

  it('offers what stands at last, leaves what was retracted, and refuses what a person must judge', () => {
    const corrected = { ...bilirubin, value: '43.20' }
    const facts = [
      ...history('f-1', bilirubin, corrected),
      ...history('f-2', bilirubin, null),
      ...history('ae-1', event),
    ]
    expect(rowsOf(siteOf([namedSubject(facts)]))).toEqual([
      {
        ...{ row: 1, column: null, content: corrected },
        patient: { by: 'screening_number', value: 'S-"1" & 2' },
      },
      { row: 2, column: null, ignored: true },
      { row: 3, column: null, refusal: { code: 'not_supported', column: null, value: 'adverse_event' } },
    ])
  })

  it('knows nobody of another site, where the same number is another person', () => {
    const bytes = bytesOf(odmFiles(siteOf([namedSubject(history('f-1', bilirubin))])))
    const codesAt = (siteNumber: string) =>
      [...readOdm(bytes, FILE, siteNumber).rows()].map(row => ('refusal' in row ? row.refusal.code : 'taken'))
    expect(codesAt('07')).toEqual(['taken'])
    expect(codesAt('08')).toEqual(['unknown_patient'])
  })

  it('accounts for every fact of the sample site', () => {
    const charts = sampleCharts()
    const rows = rowsOf(chartedSite(charts))
    expect(rows).toHaveLength(charts.flatMap(({ facts }) => facts).length)
    const refused = new Set(rows.flatMap(row => ('refusal' in row ? [row.refusal.value] : [])))
    expect(refused).toContain('causality')
    expect(refused).toContain('dose')
    expect(refused).not.toContain('laboratory')
  })
})
