import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, type ErrorPayload } from '#shared/api/errors.ts'
import type { FactContent } from '#shared/core/facts/content.ts'
import { isImportable } from '#shared/core/imports/importable.ts'
import type { ReadRow } from '#shared/core/imports/row.ts'
import { anyFact } from '#test/support/any-content.ts'
import { chartedSite, chartOfContents, pbcseqCharts, sampleCharts } from '#test/support/charted-site.ts'
import { bytesOf, history, namedSubject, siteOf } from '#test/support/site-with-history.ts'
import type { SiteData } from '../site-data.ts'
import { fhirFiles } from './fhir-files.ts'
import { readFhir } from './read-fhir.ts'

const FILE = 'results.json'

function rowsOf(bundle: unknown, siteNumber?: string): ReadRow[] {
  return [...readFhir(Buffer.from(JSON.stringify(bundle)), FILE, siteNumber)]
}

function refusalOf(bytes: Uint8Array): ErrorPayload | undefined {
  try {
    for (const _ of readFhir(bytes, FILE));
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error.payload
    throw error
  }
}

/** Each content that was read, with the number of its patient. */
function chartedIn(rows: readonly ReadRow[]): [string, FactContent][] {
  return rows.flatMap(row =>
    'content' in row ? [[row.patient.value, row.content] as [string, FactContent]] : [],
  )
}

function measuredIn(data: SiteData): [string, FactContent][] {
  return [...data.subjects()].flatMap(({ screeningNumber, facts }) =>
    facts.flatMap(({ content }) =>
      content !== null && isImportable(content.kind, 'fhir')
        ? [[screeningNumber, content] as [string, FactContent]]
        : [],
    ),
  )
}

const patient = {
  fullUrl: 'urn:uuid:p1',
  resource: { resourceType: 'Patient', identifier: [{ system: 'urn:oid:1.2.3', value: 'ZY-4711' }] },
}
const transaminase = {
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '1742-6', display: 'ALT' }] },
  subject: { reference: 'urn:uuid:p1' },
  effectiveDateTime: '2026-11-08T07:30:00+08:00',
  valueQuantity: { value: 42, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' },
}

function bundle(...resources: readonly object[]): object {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient, ...resources.map(resource => ({ resource }))],
  }
}

describe('a FHIR Bundle that Lobule wrote', () => {
  it.each([
    ['the sample site', sampleCharts],
    ['pbcseq', pbcseqCharts],
  ])('of %s brings back every measured value as it was', (_name, charts) => {
    const data = chartedSite(charts())
    const rows = [...readFhir(bytesOf(fhirFiles(data)), FILE, data.site.number)]
    expect(chartedIn(rows)).toEqual(measuredIn(data))
    expect(chartedIn(rows).length).toBeGreaterThan(50)
    const refused = rows.flatMap(row => ('refusal' in row ? [row.refusal.code] : []))
    expect(new Set(refused)).toEqual(new Set(['not_supported']))
  })

  it('brings back whatever was measured, but for units that Lobule does not convert', () => {
    const measured = anyFact().filter(({ kind }) => isImportable(kind, 'fhir'))
    fc.assert(
      fc.property(fc.array(measured, { minLength: 1, maxLength: 8 }), contents => {
        const data = chartedSite([chartOfContents('S-1', contents.map(withoutEmptyRange))])
        const rows = [...readFhir(bytesOf(fhirFiles(data)), FILE)]
        const refused = rows.flatMap(row => ('refusal' in row ? [row.refusal.code] : []))
        expect(new Set(refused)).toEqual(new Set(refused.length > 0 ? ['unit_of_other_quantity'] : []))
        const read = chartedIn(rows).map(([, content]) => content)
        const facts = measuredIn(data).map(([, content]) => content)
        expect(facts).toEqual(expect.arrayContaining(read))
        expect(read.length + refused.length).toBe(contents.length)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses what was retracted, and what belongs to another site', () => {
    const alt = { kind: 'laboratory', on: '2026-11-08', loinc: '1742-6', value: '42', unit: 'U/L' }
    const data = siteOf([namedSubject([...history('f-1', alt, null), ...history('f-2', alt)])])
    const codes = (siteNumber: string) =>
      [...readFhir(bytesOf(fhirFiles(data)), FILE, siteNumber)].flatMap(row =>
        'refusal' in row ? [row.refusal.code] : [],
      )
    expect(codes('07')).toEqual(['not_final'])
    expect(codes('08')).toEqual(['not_final', 'unknown_patient'])
  })
})

/** A range without limits says nothing, and FHIR cannot say it. */
function withoutEmptyRange(content: FactContent): FactContent {
  if (content.kind !== 'laboratory' || content.range === undefined) return content
  const { range, ...rest } = content
  return Object.keys(range).length === 0 ? rest : content
}

describe('a Bundle of a laboratory system', () => {
  it('gives its results by the hospital number, with every digit', () => {
    const text = JSON.stringify(bundle({ ...transaminase, performer: [{ display: ' Central laboratory ' }] }))
    const rows = [...readFhir(Buffer.from(text.replace('"value":42', '"value":42.00')), FILE)]
    expect(rows).toEqual([
      { row: 1, column: null, ignored: true },
      {
        ...{ row: 2, column: null, patient: { by: 'identifier', value: 'ZY-4711' } },
        content: {
          ...{
            kind: 'laboratory',
            on: '2026-11-08T07:30:00+08:00',
            loinc: '1742-6',
            value: '42.00',
            unit: 'U/L',
          },
          laboratory: 'Central laboratory',
        },
      },
    ])
  })

  it('finds the patient, time, laboratory and specimen where a report and its references say them', () => {
    const { effectiveDateTime: _time, subject, ...untimed } = transaminase
    const report = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      subject,
      effectiveDateTime: '2026-11-07',
      performer: [{ reference: 'Organization/lab' }],
      result: [{ reference: 'Observation/o1' }],
    }
    const rows = rowsOf(
      bundle(
        { ...untimed, id: 'o1' },
        report,
        { resourceType: 'Organization', id: 'lab', name: '检验科' },
        {
          ...report,
          result: [{ reference: '#c1' }],
          contained: [
            { ...untimed, id: 'c1', specimen: { reference: '#s1' } },
            {
              ...{ resourceType: 'Specimen', id: 's1', collection: { collectedDateTime: '2026-11-06' } },
              condition: [
                { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0493', code: 'HEM' }] },
              ],
            },
          ],
        },
      ),
    )
    expect(chartedIn(rows).map(([, content]) => content)).toMatchObject([
      { on: '2026-11-07', laboratory: '检验科' },
      { on: '2026-11-06', laboratory: '检验科', specimenCondition: 'haemolysed' },
    ])
    expect(rows.find(row => row.column !== null)).toMatchObject({ row: 5, column: '#c1' })
  })

  it('takes a prothrombin time without control for one whose report does not print it', () => {
    const seconds = { value: 16.1, unit: 's', system: 'http://unitsofmeasure.org', code: 's' }
    const prothrombin = {
      ...transaminase,
      code: { coding: [{ system: 'http://loinc.org', code: '5902-2' }] },
    }
    const [[, content] = []] = chartedIn(rowsOf(bundle({ ...prothrombin, valueQuantity: seconds })))
    expect(content).toMatchObject({ value: '16.1', control: 'not_printed' })
  })

  const quantity = transaminase.valueQuantity
  it.each([
    ['a preliminary result', { status: 'preliminary' }, 'not_final', 'status'],
    ['an unknown test', { code: { text: '谷丙转氨酶' } }, 'unknown_test', 'code'],
    [
      'a mistyped LOINC code',
      { code: { coding: [{ system: 'http://loinc.org', code: '1742-7' }] } },
      'unknown_test',
      'code',
    ],
    ['no test', { code: {} }, 'no_test', 'code'],
    ['no time', { effectiveDateTime: undefined }, 'no_date', 'effective[x]'],
    [
      'a time without its zone',
      { effectiveDateTime: '2026-11-08T07:30:00' },
      'unreadable_date',
      'effective[x]',
    ],
    ['a span of time', { effectivePeriod: { start: '2026-11-08' } }, 'unreadable_date', 'effectivePeriod'],
    ['a value in words', { valueQuantity: undefined, valueString: '<20' }, 'unreadable_value', 'valueString'],
    ['no value', { valueQuantity: undefined }, 'no_value', 'value[x]'],
    ['a negative value', { valueQuantity: { ...quantity, value: -1 } }, 'invalid', 'value'],
    ['a number as text', { valueQuantity: { ...quantity, value: '42' } }, 'invalid', 'valueQuantity.value'],
    ['no unit', { valueQuantity: { value: 42 } }, 'no_unit', 'valueQuantity'],
    [
      'a unit that is only written out',
      { valueQuantity: { value: 42, unit: 'U/L' } },
      'unknown_unit',
      'valueQuantity',
    ],
    [
      'a unit of something else',
      { valueQuantity: { ...quantity, code: 'mmol/L' } },
      'unit_of_other_quantity',
      'valueQuantity',
    ],
    [
      'ranges to choose from',
      { referenceRange: [{ high: quantity }, { high: quantity }] },
      'unreadable_range',
      'referenceRange',
    ],
    [
      'a range in another unit',
      { referenceRange: [{ high: { ...quantity, code: 'kU/L' } }] },
      'unreadable_range',
      'referenceRange.high',
    ],
    ['nobody', { subject: undefined }, 'no_patient', 'subject'],
    ['somebody who is not there', { subject: { reference: 'Patient/9' } }, 'unknown_patient', 'subject'],
    [
      'what changes its meaning',
      { modifierExtension: [{ url: 'urn:x' }] },
      'not_supported',
      'modifierExtension',
    ],
    [
      'parts only',
      { valueQuantity: undefined, component: [{ code: {}, valueQuantity: quantity }] },
      'not_supported',
      'component',
    ],
  ])('refuses %s, with the element', (_what, changes, code, column) => {
    const refused = rowsOf(bundle({ ...transaminase, ...changes })).at(-1)
    expect(refused).toMatchObject({ row: 2, column: null, refusal: { code, column } })
  })

  it('does not choose between two numbers of a patient, unless one is that of the medical record', () => {
    const two = (type?: object) => ({
      ...{ resourceType: 'Bundle', type: 'message' },
      entry: [
        {
          fullUrl: 'urn:uuid:p1',
          resource: { resourceType: 'Patient', identifier: [{ value: 'ID-1' }, { value: 'ZY-2', type }] },
        },
        { resource: transaminase },
      ],
    })
    expect(rowsOf(two()).at(-1)).toMatchObject({ refusal: { code: 'ambiguous_patient' } })
    expect(rowsOf(two({ coding: [{ code: 'MR' }] })).at(-1)).toMatchObject({ patient: { value: 'ZY-2' } })
  })

  it('says of two patients who go by one name that it cannot tell', () => {
    const other = { ...patient, resource: { ...patient.resource, identifier: [{ value: 'ZY-1' }] } }
    const both = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [patient, other, { resource: transaminase }],
    }
    expect(rowsOf(both).at(-1)).toMatchObject({ refusal: { code: 'ambiguous_patient' } })
  })
})

describe('a Bundle that cannot be believed', () => {
  it('gives no result whose report is about another patient', () => {
    const resource = { resourceType: 'Patient', identifier: [{ system: 'urn:oid:1.2.3', value: 'ZY-4712' }] }
    const report = (subject: string) => ({
      ...{ resourceType: 'DiagnosticReport', status: 'final', subject: { reference: subject } },
      result: [{ reference: 'Observation/a' }],
    })
    const codesOf = (subject: string) => {
      const { entry, ...rest } = bundle({ ...transaminase, id: 'a' }, report(subject)) as { entry: object[] }
      const rows = rowsOf({ ...rest, entry: [...entry, { fullUrl: 'urn:uuid:p2', resource }] })
      return rows.flatMap(row => ('refusal' in row ? [row.refusal.code] : 'content' in row ? ['taken'] : []))
    }
    expect(codesOf('urn:uuid:p1')).toEqual(['taken'])
    expect(codesOf('urn:uuid:p2')).toEqual(['ambiguous_patient'])
  })

  it('takes nobody who examined for the laboratory', () => {
    const performer = [
      { reference: 'Practitioner/li', display: 'Li Na' },
      { reference: 'urn:uuid:d', display: 'Wang Wei' },
      { reference: 'Organization/l', display: 'Central' },
    ]
    const doctor = { fullUrl: 'urn:uuid:d', resource: { resourceType: 'PractitionerRole' } }
    const { entry, ...rest } = bundle({ ...transaminase, performer }) as { entry: object[] }
    const rows = rowsOf({ ...rest, entry: [...entry, doctor] })
    expect(chartedIn(rows)).toMatchObject([['ZY-4711', { laboratory: 'Central' }]])
  })

  it('gives no text with half a character, which no signature could cover', () => {
    const [, row] = rowsOf(bundle({ ...transaminase, performer: [{ display: 'Central \ud800' }] }))
    expect(row).toMatchObject({ refusal: { code: 'invalid', column: 'laboratory' } })
  })
})

describe('a reader of FHIR', () => {
  it.each([
    ['no JSON', '{"resourceType":', 'not JSON'],
    ['a field that stands twice', '{"resourceType":"Bundle","type":"x","type":"y"}', 'stands twice'],
    ['another resource', '{"resourceType":"Patient"}', 'is no FHIR Bundle'],
    ['a history', '{"resourceType":"Bundle","type":"history"}', 'is a history'],
    ['endless nesting', '['.repeat(100_000), 'nested too deeply'],
    [
      'endless nesting that ends',
      `{"resourceType":"Bundle","type":"x","entry":[{"x":${'['.repeat(5000)}${']'.repeat(5000)}}]}`,
      'nested too deeply',
    ],
    [
      'two lists of entries',
      '{"resourceType":"Bundle","type":"x","entry":[{}],"entry":[{}]}',
      'stands twice',
    ],
    [
      'a value twice, with its line',
      '{"resourceType":"Bundle","type":"x","entry":[{},\n{"resource":{"resourceType":"X","a":1,"a":2}}]}',
      'line 2, column',
    ],
    [
      'nothing but faults, of which it names the first',
      `{"resourceType":"Bundle","type":"x","entry":[{},${'1,'.repeat(300_000)}1]}`,
      '"entry[1]"',
    ],
    [
      'more entries than an import has rows',
      `{"resourceType":"Bundle","type":"x","entry":[${'1,'.repeat(1_000_000)}1]}`,
      'more than 1000000 entries',
    ],
    [
      'a list within an entry that no result has',
      `{"resourceType":"Bundle","type":"x","entry":[{"resource":{"resourceType":"X","a":[${'1,'.repeat(10_000)}1]}}]}`,
      'a list of more than 10000 members',
    ],
    ['a NUL', '{"resourceType":"Bundle\u0000"}', 'not JSON'],
    ['XML', '<Bundle xmlns="http://hl7.org/fhir"/>', 'not JSON'],
    ['nothing', '', 'not JSON'],
  ])('refuses %s', (_what, text, message) => {
    const payload = refusalOf(Buffer.from(text))
    expect(payload).toMatchObject({ code: 'invalid_file', file: FILE })
    expect(JSON.stringify(payload)).toContain(message)
  })

  it('reads entries whatever stands in their texts and beside them', () => {
    const odd = { ...patient, note: 'a "b" \\\\" } ] [ { \\', list: [[1], [{}]] }
    const around = {
      meta: { entry: [{ resource: 1 }] },
      entry: [odd, { resource: transaminase }],
      link: [{ url: ']}' }],
    }
    expect(chartedIn(rowsOf({ resourceType: 'Bundle', type: 'collection', ...around }))).toHaveLength(1)
  })

  it('refuses UTF-16 and bytes that are no text', () => {
    expect(refusalOf(Buffer.from('{"resourceType":"Bundle"}', 'utf16le'))).toMatchObject({
      code: 'invalid_file',
    })
    expect(refusalOf(Buffer.from([0x7b, 0xff, 0xfe]))).toMatchObject({ code: 'invalid_file' })
  })

  it('answers or refuses wherever a file is cut or flipped, and never anything else', () => {
    const alt = { kind: 'laboratory', on: '2026-11-08', loinc: '1742-6', value: '42', unit: 'U/L' }
    const vein = { kind: 'portal_vein', on: '2026-11-08', modality: 'ultrasound', diameterMm: '13.1' }
    const data = siteOf([namedSubject([...history('f-1', alt, null), ...history('f-2', vein)])])
    const bytes = bytesOf(fhirFiles(data))
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.option(fc.nat({ max: 255 })), (offset, byte) => {
        const broken = Buffer.from(bytes)
        if (byte !== null) broken[offset] = byte
        const payload = refusalOf(byte === null ? broken.subarray(0, offset) : broken)
        expect(payload?.code ?? 'invalid_file').toBe('invalid_file')
      }),
      { numRuns: 1000 },
    )
  })

  it('answers or refuses whatever stands where something else should', () => {
    const anything = fc.jsonValue({ maxDepth: 2 })
    const place = fc.constantFrom(...Object.keys(transaminase).filter(name => name !== 'resourceType'))
    fc.assert(
      fc.property(place, anything, (name, value) => {
        const rows = rowsOf(bundle({ ...transaminase, [name]: value }))
        expect(rows).toHaveLength(2)
      }),
      { numRuns: 500 },
    )
  })
})
