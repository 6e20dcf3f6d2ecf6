import { describe, expect, it } from 'vitest'
import { dateOf } from '#shared/core/civil-date.ts'
import { PatientId } from '#shared/core/ids.ts'
import { text } from '#shared/core/text.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { nct05106972 } from '#test/support/protocols.ts'
import { doseOn, lab, TRIAL, trendSource } from '#test/support/trend-charts.ts'
import { Cohort } from '../cohort.ts'
import type { SeriesId } from '../series.ts'
import { trendsOf } from '../trends.ts'
import { visitDays } from '../visit-days.ts'
import { quantile } from './by-visit.ts'
import { cohortOf } from './cohort-of.ts'
import { lastContact } from './follow-up.ts'
import { valueAt } from './visit-columns.ts'

const DOSED = '2025-03-03'
const visit72: Content = {
  ...{ kind: 'visit', protocol: TRIAL, visit: 'week-72', status: 'done' },
  from: '2026-07-20',
}
const enrolment: Content = { kind: 'enrolment', on: '2025-03-01', protocol: TRIAL, status: 'enrolled' }
const range = { range: { low: '35', high: '55' } }
const choices = { baseline: { rule: 'last' } } as const

function cohort(charts: readonly (readonly Content[])[], asked: readonly SeriesId[] = []) {
  const members = charts.map((facts, index) => {
    const source = trendSource({ choices, facts: [enrolment, doseOn(DOSED), ...facts] })
    const person = { patientId: PatientId.parse(`p${index}`), screeningNumber: `S-${index}`, initials: 'X' }
    return { ...person, source, trends: trendsOf(source), visits: visitDays(source) }
  })
  const protocol = { definition: nct05106972, readings: {}, schedule: undefined, coagulation: undefined }
  const made = cohortOf({ ...protocol, charting: undefined }, members, asked)
  expect(Cohort.safeParse(made).success).toBe(true)
  return made
}

/** The column of a visit; fails the test where there is none. */
function at<T extends { visit: string }>(visits: readonly T[] | undefined, visit = 'week-72'): T {
  const found = visits?.find(column => column.visit === visit)
  if (found === undefined) throw new Error(`no visit ${visit}`)
  return found
}

describe('everybody in a protocol', () => {
  it('are counted as they were enrolled, against the number that was registered', () => {
    const { planned, enrolment: steps } = cohort([[], [], []])
    expect(planned).toBe(30)
    expect(steps).toEqual([{ on: '2025-03-01', count: 3 }])
  })

  it('change from baseline by visit, with quartiles over those who have both', () => {
    const patient = (baseline: string | undefined, later: string): Content[] => [
      ...(baseline === undefined ? [] : [lab('albumin', '2025-02-20', baseline)]),
      visit72,
      lab('albumin', '2026-07-20', later),
    ]
    const charts = [patient('28', '30'), patient('30', '31'), patient('30', '35'), patient(undefined, '40')]
    const found = cohort(charts, ['albumin']).changes.find(({ series }) => series === 'albumin')
    const { changes, median, lowerQuartile, upperQuartile } = at(found?.visits)
    expect(changes.map(({ change }) => change)).toEqual([2, 1, 5])
    expect([lowerQuartile, median, upperQuartile]).toEqual([1.5, 2, 3.5])
  })

  it('lie outside the range that was printed with their own value; who has none is said', () => {
    const patient = (value: string, more = {}): Content[] => [
      visit72,
      lab('albumin', '2026-07-20', value, more),
    ]
    const charts = [
      patient('34', range),
      patient('36', range),
      patient('30'),
      patient('36', { ...range, comparator: '<' }),
      patient('80', { range: { low: '70' }, comparator: '>' }),
    ]
    const found = cohort(charts).outside.find(({ series }) => series === 'albumin')
    expect(at(found?.visits)).toMatchObject({ outside: 1, of: 3, withoutRange: 2 })
  })

  it('have their values at the visit of each dose, also where the report has the date of another time zone', () => {
    const source = {
      ...trendSource({
        choices,
        facts: [
          ...[enrolment, doseOn('2025-03-03'), lab('albumin', '2025-02-20', '30')],
          { ...visit72, from: '2026-07-20', number: 1 },
          lab('albumin', '2026-07-19T23:30:00Z', '35'),
        ],
      }),
      siteDay: (time: string) => dateOf(Math.floor((Date.parse(time) / 3_600_000 + 8) / 24)),
    }
    const [visit] = visitDays(source)
    if (visit === undefined) throw new Error('no visit')
    const member = {
      ...{ patientId: PatientId.parse('p'), screeningNumber: 'S', initials: 'X', source },
      trends: trendsOf(source),
      visits: new Map([[visit[0], { ...visit[1], number: 1 }]]),
    }
    const column = { visit: 'week-72', number: 1, title: text('Week 72', '第72周') }
    expect(valueAt('albumin', column, member)?.value).toBe(35)
  })

  it('are small multiples of the series that were asked for, and stand where their peaks were', () => {
    const high = { range: { high: '40' } }
    const { patients } = cohort(
      [
        [
          lab('alt', '2025-02-20', '400', high),
          lab('alt', '2026-03-01', '900', { ...high, specimenCondition: 'haemolysed' }),
          lab('alt', '2026-04-01', '120', high),
          lab('alt', '2026-05-01', '80', high),
          lab('bilirubin', '2026-05-01', '60', { range: { high: '20' } }),
        ],
      ],
      ['alanine_aminotransferase'],
    )
    expect(patients[0]?.series[0]?.points).toHaveLength(4)
    expect(patients[0]?.peak).toMatchObject({
      ...{ on: '2026-04-01', altUln: 3, altBaseline: 0.3, bilirubinOn: '2026-05-01', bilirubinUln: 3 },
    })
  })

  it('survive from the first dose to the event, or to the last day that proves they lived', () => {
    const { overallSurvival, transplantFreeSurvival } = cohort([
      [{ kind: 'death', on: '2025-03-13' }],
      [
        { kind: 'liver_transplant', on: '2025-03-23' },
        { kind: 'contact', on: '2025-04-02' },
      ],
      [{ kind: 'contact', on: '2025-04-12' }],
    ])
    expect(overallSurvival).toMatchObject({ patients: 3, events: 1 })
    expect(overallSurvival.steps.map(({ day, atRisk, events }) => [day, atRisk, events])).toEqual([
      [10, 3, 1],
      [30, 2, 0],
      [40, 1, 0],
    ])
    expect(transplantFreeSurvival.steps.map(({ day, events }) => [day, events])).toEqual([
      [10, 1],
      [20, 1],
      [40, 0],
    ])
  })

  it('count who died on a day that nobody knows, and leave them out of the curve', () => {
    const { overallSurvival } = cohort([[{ kind: 'death', on: '2026-05' }], []])
    expect(overallSurvival).toMatchObject({ patients: 1, events: 0, undated: 1 })
  })

  it('do not count as alive whose death is charted before the first dose; an earlier transplant is no event', () => {
    const contact: Content = { kind: 'contact', on: '2025-06-01' }
    const { overallSurvival, transplantFreeSurvival } = cohort([
      [{ kind: 'death', on: '2025-02-13' }, contact],
      [{ kind: 'liver_transplant', on: '2020-01-01' }, contact],
    ])
    for (const curve of [overallSurvival, transplantFreeSurvival]) {
      expect(curve).toMatchObject({ patients: 1, events: 0, undated: 1 })
    }
  })
})

describe('the last contact', () => {
  it('is no missed visit, no death, and nothing that was only said about the patient', () => {
    const facts: Content[] = [
      lab('alt', '2026-05-01', '50'),
      { ...visit72, status: 'missed' },
      { kind: 'negative_finding', about: 'infection', to: '2026-09-01', askedOf: ['relative'] },
      { kind: 'death', on: '2026-10-01' },
    ]
    expect(lastContact(trendSource({ facts }))).toBe(Date.UTC(2026, 4, 1) / 86_400_000)
  })
})

it.each([
  [[], null],
  [[4], 4],
  [[1, 2, 3, 10], 1.75],
])('the lower quartile of %j is %s, as R has it', (values, quartile) =>
  expect(quantile(values, 0.25)).toBe(quartile),
)
