import { describe, expect, it } from 'vitest'
import type { Screening } from '#shared/core/eligibility/index.ts'
import type { CriterionResult } from '#shared/core/eligibility/verdict.ts'
import { prepared } from '#test/support/protocols.ts'
import { chartOf, screened, screenedFor, screenedUnder, screeningNumbers, second } from './sample-site.ts'

const notChosen = prepared({})

function criterion({ criteria }: Screening, label: string): CriterionResult {
  const found = criteria.find(result => result.label === label)
  if (found === undefined) throw new Error(`no criterion ${label}`)
  return found
}

function missingKeys(screening: Screening, label: string): string[] {
  return criterion(screening, label).missing.map(({ key }) => key)
}

const kinds: readonly (readonly [string, string, string, string])[] = [
  ['a birth date that is missing', 'TR-014', 'I1', 'birth_date'],
  ['a birth month that straddles the 61st birthday', 'TR-013', 'E1', 'birth_date'],
  ['a sex that is missing', 'TR-014', 'E11', 'sex'],
  ['a treatment that nobody charted', 'TR-014', 'I6', 'event_record:conservative_treatment'],
  ['a record that nobody charted', 'TR-014', 'I3', 'record:transplant_assessment'],
  ['a result that nobody charted', 'TR-014', 'E6', 'result:prothrombin_time'],
  ['an absence that nobody asked about', 'TR-014', 'E9', 'negative_finding:spontaneous_peritonitis'],
  ['a question asked in vain', 'TR-033', 'E3', 'negative_finding:family_liver_malignancy'],
  ['a negative finding for part of the window', 'TR-031', 'E7', 'negative_finding:albumin_infusion'],
  ['negative findings with a day between them', 'TR-007', 'E8', 'negative_finding:upper_gi_bleeding'],
  ['a negative finding for some types only', 'TR-013', 'E10', 'negative_finding:infection'],
  ['a month that straddles the 5 years', 'TR-015', 'I2', 'exact_time:cirrhosis'],
  ['a month that straddles the 4 weeks', 'TR-030', 'E8', 'exact_time:upper_gi_bleeding'],
  ['an end that nobody charted', 'TR-032', 'E10', 'end:infection'],
  ['a result cut off at both sides of the limit', 'TR-008', 'E6', 'exact_result:prothrombin_time'],
  ['a prothrombin time without control', 'TR-007', 'E6', 'control:prothrombin_time'],
  ['a detail that nobody charted', 'TR-029', 'E5', 'attribute:other_tumour:malignant'],
  ['a consent that is not signed yet', 'TR-024', 'I7', 'decision:consent:NCT05106972'],
  ['a pregnancy test that is too old', 'TR-036', 'E11', 'recent_record:pregnancy_test'],
]

const underOtherReadings: readonly (readonly [string, Record<string, string>, string, string, string])[] = [
  ['a result too old', { 'laboratory-age': 'days_7' }, 'TR-026', 'E6', 'recent_result:prothrombin_time'],
  [
    'a record too old',
    { 'examination-age': 'days_7' },
    'TR-001',
    'I3',
    'recent_record:transplant_assessment',
  ],
  ['a range not printed', { 'pt-reference': 'upper_limit' }, 'TR-031', 'E6', 'upper_limit:prothrombin_time'],
  [
    'a ground not accepted',
    { 'pregnancy-not-applicable': 'unknown' },
    'TR-004',
    'E11',
    'record:pregnancy_test',
  ],
  ['a DNA below detection', { 'hbv-as-infection': 'counted' }, 'TR-003', 'E10', 'exact_result:hbv_dna'],
]

describe('the sample site holds every kind of unknown', () => {
  it.each(kinds)('%s: %s, %s asks for %s', (_, number, label, key) => {
    const screening = screened(number)
    expect(criterion(screening, label).outcome).toBe('unknown')
    expect(missingKeys(screening, label)).toContain(key)
  })

  it.each(underOtherReadings)(
    '%s under the reading %o: %s, %s asks for %s',
    (_, reading, number, label, key) => {
      expect(criterion(screened(number), label).outcome).not.toBe('unknown')
      const screening = screenedUnder(number, reading)
      expect(criterion(screening, label).outcome).toBe('unknown')
      expect(missingKeys(screening, label)).toContain(key)
    },
  )

  it.each([
    ['TR-005', 'I5', ['reading:encephalopathy-grades', 'reading:encephalopathy-when']],
    ['TR-017', 'I2', ['reading:decompensated-when']],
    ['TR-023', 'I6', ['reading:treatment-or']],
  ])('a reading that is not chosen: %s, %s asks for %s', (number, label, keys) => {
    expect(criterion(screened(number), label).outcome).not.toBe('unknown')
    const screening = screenedFor(number, notChosen)
    expect(criterion(screening, label).outcome).toBe('unknown')
    expect(missingKeys(screening, label)).toEqual(keys)
  })

  it('asked in vain is charted as unknown, does not arise as not applicable', () => {
    const states = (number: string) =>
      chartOf(number).facts.flatMap(({ content }) => (content.kind === 'not_known' ? [content.state] : []))
    expect(states('TR-033')).toEqual(['unknown'])
    expect(states('TR-004')).toEqual(['not_applicable', 'not_applicable'])
    expect(criterion(screened('TR-004'), 'E11').outcome).toBe('satisfied')
  })

  it('only judgements are missing of TR-019', () => {
    const open = screened('TR-019').criteria.filter(({ outcome }) => outcome !== 'satisfied')
    expect(open.map(({ label }) => label)).toEqual(['I3', 'I6', 'E12'])
    for (const { outcome } of open) expect(outcome).toBe('needs_judgement')
  })
})

describe('the sample site also shows', () => {
  it('results cut off on either side of a limit that settle it all the same', () => {
    expect(criterion(screened('TR-009'), 'E6').outcome).toBe('violated')
    expect(criterion(screened('TR-031'), 'E6').outcome).toBe('satisfied')
    const comparators = ['TR-009', 'TR-031'].map(number =>
      chartOf(number).facts.flatMap(({ content }) =>
        content.kind === 'laboratory' && content.loinc === '5902-2' ? (content.comparator ?? []) : [],
      ),
    )
    expect(comparators).toEqual([['>'], ['<']])
  })

  it('the span from the end of a washout to a birthday', () => {
    const [span, ...others] = screened('TR-002').eligible
    expect(others).toEqual([])
    expect(span?.openedBy.map(({ label }) => label)).toEqual(['E7'])
    expect(span?.closedBy.map(({ label }) => label)).toEqual(['I1', 'E1'])
    expect(span?.projectedFrom).toBe('2026-12-06')
  })

  it('a chart that is not up to date: what it says of the sample date is a projection', () => {
    const stale = screeningNumbers.filter(number => screened(number).projected)
    expect(stale).toEqual(['TR-012'])
    expect(screened('TR-012').criteria.some(({ assumesRenewal }) => assumesRenewal)).toBe(true)
  })

  it('a candidate dosed in the other trial, and one whose enrolment there has ended', () => {
    const codes = (screening: Screening) => screening.conflicts.map(({ code }) => code)
    expect(codes(screened('TR-037'))).toEqual(['dosed_elsewhere'])
    expect(codes(screenedFor('TR-037', second))).toEqual(['already_enrolled'])
    expect(codes(screened('TR-017'))).toEqual([])
  })

  it('one person who was registered twice', () => {
    const { screeningNumber, registrationDate, ...known } = chartOf('TR-026').candidate
    expect(chartOf('TR-024').candidate).toEqual({ ...known, screeningNumber: 'TR-024', registrationDate })
    expect(screeningNumber).toBe('TR-026')
  })
})
