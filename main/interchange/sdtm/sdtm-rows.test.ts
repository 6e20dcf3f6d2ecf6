import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { screened } from '#test/samples/sample-site.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { chartedSite, chartOfContents, textsOf } from '#test/support/charted-site.ts'
import { type ReadRow, readCsv } from '#test/support/read-csv.ts'
import type { SiteData, SubjectData } from '../site-data.ts'
import { sdtmFiles } from './sdtm-files.ts'

const SECOND = 'NCT07413549'

/** The rows of a patient of whom these facts are charted. */
function rowsOf(contents: readonly Content[], changes: Partial<SubjectData> = {}) {
  const site = chartedSite([
    chartOfContents(
      'S-1',
      contents.map(content => FactContent.parse(content)),
    ),
  ])
  const subjects = [...site.subjects()].map(subject => ({ ...subject, ...changes }))
  return read({ ...site, subjects: () => subjects })
}

function read(site: SiteData) {
  const texts = textsOf(sdtmFiles(site))
  return (code: string): ReadRow[] => {
    const text = texts.get(`${code.toLowerCase()}.csv`)
    return text === undefined ? [] : readCsv(text).rows
  }
}

const dose = (from: string, number = 1): Content => ({ kind: 'dose', protocol: SECOND, number, from })

describe('study days', () => {
  const rows = rowsOf([
    dose('2026-03-02T09:30:00+08:00'),
    dose('2026-05-25T09:10:00+08:00', 2),
    { kind: 'body_weight', on: '2026-03-01', kg: '60' },
    { kind: 'body_weight', on: '2026-03-02T07:00:00+08:00', kg: '60.4' },
    { kind: 'body_weight', on: '2026-03-03', kg: '60.2' },
    { kind: 'body_weight', on: '2026-03', kg: '61' },
  ])

  it('count from the first dose as day 1, with no day 0, and only from whole dates', () => {
    expect(rows('VS').map(({ VSDTC, VSDY }) => [VSDTC, VSDY])).toEqual([
      ['2026-03', undefined],
      ['2026-03-01', '-1'],
      ['2026-03-02T07:00:00+08:00', '1'],
      ['2026-03-03', '2'],
    ])
  })

  it('are those of the site, whatever offset a file had', () => {
    const [bled] = rowsOf([
      dose('2026-03-10T09:30:00+08:00'),
      { kind: 'body_weight', on: '2026-03-09T23:40:00Z', kg: '60' },
    ])('VS')
    expect(bled).toMatchObject({ VSDTC: '2026-03-09T23:40:00Z', VSDY: '1' })
  })

  it('have their reference in DM, from the first dose to the last', () => {
    expect(rows('DM')).toMatchObject([
      {
        STUDYID: SECOND,
        RFSTDTC: '2026-03-02T09:30:00+08:00',
        RFXENDTC: '2026-05-25T09:10:00+08:00',
        SITEID: '07',
        SEX: 'M',
      },
    ])
  })
})

describe('a person', () => {
  it('has the age at consent where it can be told, and none where only the year of birth is known', () => {
    const consent: Content = {
      kind: 'consent',
      protocol: SECOND,
      on: '2026-02-20',
      version: '1',
      status: 'signed',
    }
    const [whole] = rowsOf([consent], { birthDate: '1970-02-21' })('DM')
    const [year] = rowsOf([consent], { birthDate: '1970' })('DM')
    expect(whole).toMatchObject({ RFICDTC: '2026-02-20', AGE: '55', AGEU: 'YEARS', BRTHDTC: '1970-02-21' })
    expect(year).not.toHaveProperty('AGE')
  })

  it('who is in no trial has no STUDYID, and who is in two has a row for each', () => {
    expect(rowsOf([{ kind: 'cirrhosis' }])('DM').map(({ STUDYID }) => STUDYID)).toEqual([undefined])
    const both = ['NCT05106972', SECOND].map(
      (protocol): Content => ({
        kind: 'consent',
        protocol,
        on: '2026-02-20',
        version: '1',
        status: 'signed',
      }),
    )
    const rows = rowsOf(both)
    expect(rows('DM').map(({ STUDYID, USUBJID }) => [STUDYID, USUBJID])).toEqual([
      ['NCT05106972', '07-S-1'],
      [SECOND, '07-S-1'],
    ])
    expect(rows('DS').map(({ STUDYID, DSDECOD }) => [STUDYID, DSDECOD])).toEqual([
      ['NCT05106972', 'INFORMED CONSENT OBTAINED'],
      [SECOND, 'INFORMED CONSENT OBTAINED'],
    ])
  })
})

describe('laboratory values', () => {
  it('keep what was printed and say beside it the value in the unit that the analyte is compared in', () => {
    const [bilirubin, dna] = rowsOf([
      {
        kind: 'laboratory',
        on: '2026-03-02',
        loinc: '1975-2',
        value: '2.00',
        unit: 'mg/dL',
        range: { high: '1.2' },
      },
      {
        kind: 'laboratory',
        on: '2026-03-02',
        loinc: '42595-9',
        value: '20',
        comparator: '<',
        unit: '[IU]/mL',
      },
    ])('LB')
    expect(bilirubin).toMatchObject({
      LBTESTCD: 'BILI',
      LBORRES: '2.00',
      LBORRESU: 'mg/dL',
      LBSTRESN: '34.2',
      LBSTRESU: 'umol/L',
      LBNRIND: 'HIGH',
    })
    expect(dna).toMatchObject({ LBORRES: '<20', LBSTRESC: '<20' })
    expect(dna).not.toHaveProperty('LBSTRESN')
  })

  it('that were asked for and not to be had are not done, with the ground', () => {
    const [row] = rowsOf([
      {
        kind: 'not_known',
        about: 'laboratory',
        analyte: 'sodium',
        on: '2026-03-02',
        state: 'unknown',
        ground: 'clotted',
      },
    ])('LB')
    expect(row).toMatchObject({ LBTESTCD: 'SODIUM', LBSTAT: 'NOT DONE', LBREASND: 'clotted' })
    expect(row).not.toHaveProperty('LBORRES')
  })
})

describe('what was asked for and is not there', () => {
  it.each<[string, Content, string, object]>([
    [
      'a negative finding of an event',
      {
        kind: 'negative_finding',
        about: 'infection',
        types: ['bacterial'],
        from: '2026-01-01',
        to: '2026-03-01',
        askedOf: ['patient'],
      },
      'MH',
      {
        MHTERM: 'INFECTION: BACTERIAL',
        MHPRESP: 'Y',
        MHOCCUR: 'N',
        MHSTDTC: '2026-01-01',
        MHENDTC: '2026-03-01',
      },
    ],
    [
      'a malignancy that was ruled out',
      { kind: 'liver_malignancy', certainty: 'ruled_out', from: '2026-02' },
      'MH',
      { MHTERM: 'LIVER MALIGNANCY', MHPRESP: 'Y', MHOCCUR: 'N' },
    ],
    [
      'a missed visit',
      {
        kind: 'visit',
        protocol: SECOND,
        visit: 'week-4',
        from: '2026-03-30',
        status: 'missed',
        reason: 'in hospital elsewhere',
      },
      'SV',
      { VISIT: 'week-4', SVOCCUR: 'N', SVREASOC: 'in hospital elsewhere' },
    ],
  ])('%s did not occur', (_what, content, code, row) => {
    expect(rowsOf([content])(code)).toMatchObject([row])
  })
})

const judgement = {
  kind: 'causality',
  on: '2026-03-10',
  event: 'fact-0',
  product: 'undetermined',
  procedure: 'not_related',
  disease: 'related',
  ground: 'flare cannot be told apart',
  whoUmc: {
    category: 'possible',
    answers: {
      time: 'plausible',
      otherCauses: 'plausible',
      withdrawal: 'lacking_or_unclear',
      definitive: 'no',
      rechallenge: 'not_done',
      information: 'sufficient',
    },
  },
} as unknown as Content

describe('an adverse event', () => {
  const rows = rowsOf([
    {
      kind: 'adverse_event',
      from: '2026-03-05',
      to: 'ongoing',
      term: '谷丙转氨酶升高',
      ctcae: 'alanine_aminotransferase_increased',
      grades: [
        { grade: 2, from: '2026-03-05' },
        { grade: 3, from: '2026-03-09' },
        { grade: 1, from: '2026-03-20' },
      ],
      serious: 'yes',
      criteria: ['hospitalisation'],
      outcome: 'recovering',
      action: 'infusion_slowed',
      narrative: 'Rose after the second week.',
    },
    judgement,
  ])

  it('has its worst grade, its criteria as flags and the terms of CDISC', () => {
    expect(rows('AE')).toMatchObject([
      {
        AETERM: '谷丙转氨酶升高',
        AEDECOD: 'Alanine aminotransferase increased',
        AEBODSYS: 'Investigations',
        AETOXGR: '3',
        AESER: 'Y',
        AESHOSP: 'Y',
        AEOUT: 'RECOVERING/RESOLVING',
        AEACN: 'DOSE RATE REDUCED',
        AEREL: 'UNDETERMINED',
        AEENRTPT: 'ONGOING',
      },
    ])
    expect(rows('AE')[0]).not.toHaveProperty('AESDTH')
  })

  it('is related as was judged last, whatever the ids of the judgements are', () => {
    const site = chartedSite([
      chartOfContents(
        'S-1',
        [
          {
            kind: 'adverse_event',
            from: '2026-03-09',
            term: 'rash',
            grades: [{ from: '2026-03-09', grade: 1 }],
          },
          { ...judgement, product: 'not_related' },
          { ...judgement, product: 'related' },
        ].map(content => FactContent.parse(content)),
      ),
    ])
    const [subject] = [...site.subjects()]
    const facts = (subject?.facts ?? []).map((fact, place) => ({
      ...fact,
      enteredAt: OffsetDateTime.parse(`2026-03-1${place === 1 ? 8 : 2}T09:00:00+08:00`),
    }))
    const rows = read({ ...site, subjects: () => (subject === undefined ? [] : [{ ...subject, facts }]) })
    expect(rows('AE')).toMatchObject([{ AEREL: 'NOT RELATED' }])
  })

  it('keeps the course of its grades and its narrative beside it, and its judgement in FA', () => {
    const grades = rows('SUPPQUAL').filter(({ QPATH }) => QPATH?.startsWith('grades') === true)
    expect(grades.map(({ QNAM, QVAL }) => [QNAM, QVAL])).toContainEqual(['GGRADE2', '3'])
    expect(rows('CO')).toContainEqual(
      expect.objectContaining({ COREF: 'narrative', COVAL: 'Rose after the second week.' }),
    )
    expect(rows('FA').map(({ FATESTCD, FAORRES, FAREFID }) => [FATESTCD, FAORRES, FAREFID])).toEqual([
      ['RELPROD', 'UNDETERMINED', 'fact-0'],
      ['RELPROC', 'NOT RELATED', 'fact-0'],
      ['RELDIS', 'RELATED', 'fact-0'],
    ])
  })
})

describe('criteria and deviations', () => {
  it('have a row in IE for each criterion that is not met, and none for those that are met or open', () => {
    const screening = screened('TR-006')
    const violated = screening.criteria.filter(({ outcome }) => outcome === 'violated')
    const protocol = screening.protocol.id
    const screenings = [{ protocol, on: screening.on, screening }]
    const consent: Content = { kind: 'consent', protocol, on: '2026-02-20', version: '1', status: 'signed' }
    const enrolled: Content = { kind: 'enrolment', protocol, on: '2026-02-21', status: 'enrolled' }
    const rows = rowsOf([consent], { screenings })('IE')
    expect(rowsOf([consent, enrolled], { screenings })('IE')).toEqual([])
    expect(violated.length).toBeGreaterThan(0)
    expect(rows.map(({ IETESTCD, IEORRES, IECAT }) => [IETESTCD, IEORRES, IECAT])).toEqual(
      violated.map(({ label, side }) => [label, side === 'inclusion' ? 'N' : 'Y', side.toUpperCase()]),
    )
  })

  it('stand only in trials in which DM has the patient', () => {
    const screening = screened('TR-006')
    const other = screening.protocol.id === SECOND ? 'NCT05106972' : SECOND
    const rows = rowsOf(
      [{ kind: 'consent', protocol: other, on: '2026-02-20', version: '1', status: 'signed' }],
      {
        screenings: [{ protocol: screening.protocol.id, on: screening.on, screening }],
        deviations: [
          {
            ...{ id: 'added', protocol: ProtocolId.parse('NCT00000001'), on: '2026-03-30', kind: 'other' },
            ...{ text: { en: 'x', 'zh-CN': 'x' }, class: null, reason: null, action: null },
          },
        ],
      },
    )
    expect(rows('IE')).toEqual([])
    expect(rows('DV')).toMatchObject([{ STUDYID: 'NCT00000001' }])
    expect(rows('DM').map(({ STUDYID }) => STUDYID)).toEqual([other, 'NCT00000001'])
  })

  it('have a row in DV with what the site says of it', () => {
    const [row] = rowsOf([dose('2026-03-02')], {
      deviations: [
        {
          id: 'missed week-4',
          protocol: SECOND as SubjectData['deviations'][number]['protocol'],
          on: '2026-03-30',
          kind: 'missed_visit',
          text: { en: 'Visit week-4 was missed', 'zh-CN': '第4周访视未进行' },
          class: 'not_important',
          reason: 'ill',
          action: null,
        },
      ],
    })('DV')
    expect(row).toMatchObject({
      DVDECOD: 'MISSED VISIT',
      DVCAT: 'NOT IMPORTANT',
      DVREAS: 'ill',
      DVSTDY: '29',
    })
  })
})

describe('[K1] the data sets', () => {
  const rows = rowsOf([
    { kind: 'dose', protocol: SECOND, number: 1, from: '2026-03-02T09:30:00+08:00', identifier: 'KIT-0162' },
    {
      kind: 'unblinding',
      on: '2026-03-09',
      protocol: SECOND,
      reason: 'treatment depends on it',
      requestedBy: 'emergency department',
      performedBy: 'sponsor',
    },
  ])

  it('name what was given by no more than that it is the product under study', () => {
    expect(rows('EX').map(({ EXTRT, EXREFID }) => [EXTRT, EXREFID])).toEqual([['STUDY PRODUCT', 'KIT-0162']])
  })

  it('say that the blind was broken and why, and have no column for an arm', () => {
    expect(rows('DS')).toMatchObject([
      { DSDECOD: 'EMERGENCY UNBLINDING', DSTERM: 'treatment depends on it', DSCAT: 'OTHER EVENT' },
    ])
    const columns = rows('DEFINE').filter(({ standard }) => standard !== 'left out')
    expect(columns.filter(({ variable }) => /ARM|ALLOC|RAND|COHORT/.test(variable ?? ''))).toEqual([])
    const [apart] = rows('DEFINE').filter(
      ({ dataset, standard }) => dataset === 'DM' && standard === 'left out',
    )
    expect(apart?.['variable']).toContain('ARMCD')
  })
})

it('names nobody where the export is pseudonymised', () => {
  const [row] = rowsOf([{ kind: 'cirrhosis' }])('DM')
  expect(row).not.toHaveProperty('INITIALS')
  expect(row).not.toHaveProperty('FULLNAME')
})
