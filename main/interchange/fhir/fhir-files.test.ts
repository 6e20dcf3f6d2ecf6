import fc from 'fast-check'
import type { FhirResource } from 'fhir/r4'
import { describe, expect, it } from 'vitest'
import { anyFact } from '#test/support/any-content.ts'
import { chartedSite, chartOfContents, pbcseqCharts, sampleCharts } from '#test/support/charted-site.ts'
import { bytesOf, conducted, history, namedSubject, siteOf } from '#test/support/site-with-history.ts'
import type { SiteData } from '../site-data.ts'
import { fhirFiles } from './fhir-files.ts'
import { Bundle, type Resource, type ResourceOf } from './r4/resources.ts'

function textOf(data: SiteData): string {
  return Buffer.from(bytesOf(fhirFiles(data))).toString()
}

/** What Lobule writes is of the published types of R4: this does not compile where its own schemas allow anything else. */
const published = (resource: Resource): FhirResource => resource

/** The resources of a Bundle that is as FHIR R4 wants it, with every reference at home in it. */
function resourcesOf(data: SiteData): Resource[] {
  const { entry } = Bundle.parse(JSON.parse(textOf(data)))
  const urls = entry.map(({ fullUrl }) => fullUrl)
  expect(new Set(urls).size).toBe(urls.length)
  const references = JSON.stringify(entry).matchAll(/"reference":"(urn:uuid:[^"]*)"/g)
  const known = new Set(urls)
  expect([...references].filter(([, url = '']) => !known.has(url))).toEqual([])
  expect(entry.map(({ resource }) => published(resource).resourceType)).not.toContain(undefined)
  return entry.map(({ resource }) => resource)
}

function ofType<T extends Resource['resourceType']>(
  resources: readonly Resource[],
  type: T,
): ResourceOf<T>[] {
  return resources.filter((resource): resource is ResourceOf<T> => resource.resourceType === type)
}

const bilirubin = {
  ...{
    kind: 'laboratory',
    on: '2026-11-08T07:30:00+08:00',
    loinc: '14631-6',
    value: '34.20',
    unit: 'umol/L',
  },
  ...{ comparator: '>', range: { low: '5.1', high: '19.0' }, laboratory: '检验科' },
}

describe('a FHIR Bundle', () => {
  it.each([
    ['the sample site', sampleCharts],
    ['pbcseq', pbcseqCharts],
  ])('of %s is R4, and has each fact once and each version as a Provenance', (_name, charts) => {
    const all = charts()
    const resources = resourcesOf(chartedSite(all))
    const facts = all.flatMap(chart => chart.facts)
    const ids = resources.flatMap(resource =>
      'identifier' in resource
        ? [resource.identifier].flat().filter(({ system }) => system === 'urn:lobule:fact')
        : [],
    )
    expect(ids.map(({ value }) => value).sort()).toEqual(facts.map(({ id }) => id as string).sort())
    expect(ofType(resources, 'Provenance')).toHaveLength(facts.length)
    expect(ofType(resources, 'Patient')).toHaveLength(all.length)
  })

  it('is R4 whatever is charted', () => {
    fc.assert(
      fc.property(fc.array(anyFact(), { minLength: 1, maxLength: 30 }), contents => {
        resourcesOf(chartedSite([chartOfContents('S-1', contents)]))
      }),
      { numRuns: 100 },
    )
  })

  it('writes a value with the digits, comparator, unit and range of its report', () => {
    const text = textOf(siteOf([namedSubject(history('f-1', bilirubin))]))
    expect(text).toContain(
      '"valueQuantity":{"value":34.20,"unit":"umol/L","system":"http://unitsofmeasure.org","code":"umol/L","comparator":">"}',
    )
    expect(text).toContain('"low":{"value":5.1,')
    expect(text).toContain('"high":{"value":19.0,')
    expect(text).toContain('"effectiveDateTime":"2026-11-08T07:30:00+08:00"')
  })

  it('says of a retracted fact that it was entered in error, and of each version who, when and why', () => {
    const facts = history('f-1', bilirubin, { ...bilirubin, value: '43.20' }, null)
    const resources = resourcesOf(siteOf([namedSubject(facts)]))
    expect(ofType(resources, 'Observation').map(({ status }) => status)).toEqual(['entered-in-error'])
    expect(ofType(resources, 'DiagnosticReport')).toEqual([])
    const operations = ofType(resources, 'Provenance').map(({ activity, reason }) => [
      activity.coding?.[0]?.code,
      reason?.[0]?.text,
    ])
    expect(operations).toEqual([
      ['CREATE', undefined],
      ['UPDATE', 'Compared with the report <1>\n& corrected'],
      ['DELETE', 'Compared with the report <2>\n& corrected'],
    ])
  })

  it('does not let a malignancy that was ruled out read as one', () => {
    const facts = history('f-1', { kind: 'liver_malignancy', to: 'ongoing', certainty: 'ruled_out' })
    const [condition] = ofType(resourcesOf(siteOf([namedSubject(facts)])), 'Condition')
    expect(condition?.verificationStatus?.coding?.[0]?.code).toBe('refuted')
    expect(condition?.clinicalStatus).toBeUndefined()
  })

  it('holds signatures with their statement, each beside what was signed', () => {
    const event = { kind: 'adverse_event', from: '2026-11-08', term: 'fever 发热', grades: [], serious: 'no' }
    const resources = resourcesOf(siteOf([namedSubject(history('ae-1', event), conducted)]))
    const [reported] = ofType(resources, 'AdverseEvent')
    const signed = ofType(resources, 'Provenance').find(({ signature }) => signature !== undefined)
    expect(signed?.target).toEqual([{ reference: `urn:uuid:${reported?.id}` }])
    expect(signed?.activity.text).toMatch(/judge its causality as stated.*因果关系/)
    expect(signed?.signature?.[0]?.when).toBe('2026-11-20T10:00:00+08:00')
  })

  it('names nobody where it is pseudonymised, and everybody where it is not', () => {
    const { fullName: _name, initials: _initials, ...subject } = namedSubject(history('f-1', bilirubin))
    const named = textOf(siteOf([namedSubject([])]))
    const hidden = textOf(siteOf([{ ...subject, birthDate: '1966' }], { pseudonymised: true }))
    for (const name of ['李华', 'Chen Wei', '1966-03-14']) {
      expect(named).toContain(name)
      expect(hidden).not.toContain(name)
    }
  })

  it('has no arm, asked for or given', () => {
    expect(textOf(chartedSite(sampleCharts()))).not.toMatch(/"(?:assigned|actual)?arm"|placebo|allocation/i)
  })
})
