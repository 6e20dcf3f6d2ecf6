import { describe, expect, it } from 'vitest'
import { calendarInput, SECOND } from '#test/support/calendar.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { nct07413549 } from '#test/support/protocols.ts'
import { CivilDate, dateOf, dayOf } from '../civil-date.ts'
import { calendarOf } from '../schedule/plan-calendar.ts'
import { endedOn, exposureOf, patientYearsOf } from './exposure.ts'

const TODAY = CivilDate.parse('2026-11-30')

function sourceOf(contents: readonly Content[]) {
  const input = calendarInput(nct07413549, { today: TODAY, contents })
  return { facts: input.facts, calendar: calendarOf(input), siteDay: input.siteDay }
}

const dose = (from: string): Content => ({ kind: 'dose', protocol: SECOND, number: 1, from })
const seen = (on: string): Content => ({ kind: 'contact', on })
const status = (on: string, how: 'completed' | 'lost_to_follow_up' | 'treatment_discontinued'): Content => ({
  ...{ kind: 'enrolment', protocol: SECOND, on, status: how },
})
const sample = (on: string): Content => ({
  ...{ kind: 'laboratory', on, loinc: '1742-6', value: '40', unit: 'U/L' },
})

function daysOf(...contents: Content[]): [string, string] | undefined {
  const exposure = exposureOf(sourceOf(contents), TODAY)
  return exposure && [dateOf(exposure.from), dateOf(exposure.to)]
}

describe('exposure', () => {
  const first = dose('2026-09-01')
  it.each<[string, Content[], string]>([
    ['the day of the dose where nothing came after it', [], '2026-09-01'],
    ['the last contact', [seen('2026-09-20'), seen('2026-10-05')], '2026-10-05'],
    ['the last sample', [seen('2026-09-20'), sample('2026-10-07T08:00:00+08:00')], '2026-10-07'],
    ['the earliest day of a contact known to the month', [seen('2026-10')], '2026-10-01'],
    [
      'the death, although nobody was there the days before',
      [seen('2026-09-20'), { kind: 'death', on: '2026-10-09' }],
      '2026-10-09',
    ],
    [
      'the last contact where the day of death is not known',
      [seen('2026-09-20'), { kind: 'death', on: '2026-10' }],
      '2026-09-20',
    ],
    [
      'completion, although a contact came after it',
      [status('2026-10-01', 'completed'), seen('2026-11-15')],
      '2026-10-01',
    ],
    [
      'the last contact before a loss',
      [seen('2026-09-20'), status('2026-11-10', 'lost_to_follow_up')],
      '2026-09-20',
    ],
    [
      'a contact after the product was stopped',
      [status('2026-09-10', 'treatment_discontinued'), seen('2026-10-05')],
      '2026-10-05',
    ],
    [
      'a contact after a transplant',
      [{ kind: 'liver_transplant', on: '2026-09-15' }, seen('2026-10-05')],
      '2026-10-05',
    ],
  ])('ends with %s', (_what, contents, end) => {
    expect(daysOf(first, ...contents)).toEqual(['2026-09-01', end])
  })

  it('is not ended by what was done about an event without the patient', () => {
    const report: Content = {
      ...{
        kind: 'safety_report',
        on: '2026-11-20T08:00:00+08:00',
        event: 'e',
        to: 'sponsor',
        stage: 'initial',
      },
      ...{ recipient: 'Safety desk', how: 'telephone', sent: { sha256: 'a'.repeat(64) } },
    }
    expect(daysOf(first, seen('2026-09-20'), report)).toEqual(['2026-09-01', '2026-09-20'])
  })

  it('does not begin without a dose, or with one known to the month', () => {
    expect(daysOf(seen('2026-09-20'))).toBeUndefined()
    expect(daysOf(dose('2026-09'), seen('2026-09-20'))).toBeUndefined()
  })

  it('is counted in years of 365.25 days, the first and the last day included', () => {
    const from = dayOf('2026-01-01')
    expect(patientYearsOf([])).toBe(0)
    expect(patientYearsOf([{ from, to: from }])).toBeCloseTo(1 / 365.25, 12)
    // 365 days and 1,096 days make 1,461, which is four years.
    expect(
      patientYearsOf([
        { from, to: from + 364 },
        { from, to: from + 1095 },
      ]),
    ).toBe(4)
  })
})

describe('what is watched after a dose', () => {
  const first = dose('2026-09-01')
  const endOf = (...contents: Content[]) => endedOn(sourceOf([first, ...contents]))

  it('ends with death, transplant or the end of participation, whichever is first', () => {
    const transplant: Content = { kind: 'liver_transplant', on: '2026-09-15' }
    expect(endOf()).toBeNull()
    expect(endOf(transplant, { kind: 'death', on: '2026-10-01' })).toBe(dayOf('2026-09-15'))
    expect(endOf(transplant, status('2026-09-10', 'lost_to_follow_up'))).toBe(dayOf('2026-09-10'))
  })

  it('does not end with a transplant before the dose', () => {
    expect(endOf({ kind: 'liver_transplant', on: '2026-08-15' })).toBeNull()
  })
})
