import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartAbout, LAST_DAY } from '#test/support/chart-arbitraries.ts'
import {
  type ChartBuilder,
  eligibleChart,
  emptyChart,
  noneOf,
  notKnown,
  subjectOf,
} from '#test/support/chart-builder.ts'
import { firstChoices, nct05106972, prepared, preparedSecond } from '#test/support/protocols.ts'
import { CivilDate, dateOf, dayOf } from '../civil-date.ts'
import type { ChosenReadings } from '../protocol/reading.ts'
import { indexChart, matchConcepts, rankMissing, screen, verdictOn } from './index.ts'
import { Screening } from './verdict.ts'

const today = CivilDate.parse('2026-11-22')
const screened = (chart: ChartBuilder, readings: ChosenReadings = {}, on = today) =>
  screen(chart.index(), prepared({ ...firstChoices, ...readings }), on)

/** The example: born 1966-03-14, albumin on 2026-11-14. */
const example = eligibleChart()
  .person({ birthDate: '1966-03-14' })
  .with({ kind: 'albumin_infusion', on: '2026-11-14', grams: '20' })

describe('eligibility over time', () => {
  it('opens when albumin leaves its 3 weeks and closes with the 61st birthday, both days included', () => {
    const { verdict, projected, statement, eligible } = screened(example)
    expect({ verdict, projected, ranges: eligible.length }).toEqual({
      verdict: 'ineligible',
      projected: false,
      ranges: 1,
    })
    const [range] = eligible
    expect(range).toMatchObject({ from: '2026-12-06', to: '2027-03-13', projectedFrom: '2026-12-06' })
    expect(range?.openedBy.map(({ label, outcome }) => [label, outcome])).toEqual([['E7', 'violated']])
    expect(range?.openedBy[0]?.why.en).toContain('reading: Yes: day 21 or 28 is within')
    expect(range?.closedBy.map(({ label, outcome }) => [label, outcome])).toEqual([
      ['I1', 'violated'],
      ['E1', 'violated'],
    ])
    expect(range?.closedBy[0]?.why.en).toContain('turns 61 on 2027-03-14')
    expect(statement.en).toContain('eligible 2026-12-06 to 2027-03-13, both days included')
    expect(statement['zh-CN']).toContain('2026-12-06 至 2027-03-13')
  })

  it('opens a day earlier where day 21 is outside, and closes a year earlier where time elapsed counts', () => {
    const early = screened(example, { 'window-boundary': 'outside' })
    expect(early.eligible[0]).toMatchObject({ from: '2026-12-05', to: '2027-03-13' })
    const elapsed = screened(example, { 'age-more-than-60': 'elapsed_time' })
    expect(elapsed.eligible.filter(({ from }) => from !== null && from > '2026-11-22')).toEqual([])
  })

  it('marks the days after the last entry as projections that assume renewed negative findings', () => {
    const { eligible, criteria } = screened(eligibleChart(), {}, CivilDate.parse('2026-11-25'))
    expect(eligible[0]).toMatchObject({ projectedFrom: '2026-11-23' })
    const albumin = criteria.find(({ id }) => id === 'e7')
    expect(albumin).toMatchObject({ outcome: 'satisfied', assumesRenewal: true })
    expect(albumin?.explanation.en).toContain('assuming that the negative finding is renewed')
    expect(screened(eligibleChart()).criteria.find(({ id }) => id === 'e7')?.assumesRenewal).toBe(false)
  })

  it('assumes nothing on or before the last entry', () => {
    const outdated = eligibleChart()
      .without('albumin_infusion')
      .chartedOn('2026-11-21', noneOf('albumin_infusion', '2026-11-21'))
    expect(screened(outdated)).toMatchObject({ verdict: 'undetermined', projected: false })
    const spans = screened(outdated).eligible.map(({ from, to }) => [from, to])
    expect(spans).toEqual([
      ['2026-11-21', '2026-11-21'],
      ['2026-11-23', '2041-05-19'],
    ])
  })

  it('closes when a result passes its age limit', () => {
    const { eligible } = screened(eligibleChart(), { 'laboratory-age': 'days_14' })
    expect(eligible[0]).toMatchObject({ to: '2026-12-04', closedBy: [{ label: 'E6', outcome: 'unknown' }] })
  })

  it('says the same in the spans of the verdict as on every day of two years', () => {
    const base = eligibleChart().build()
    const topics = [...new Set(base.facts.map(({ content }) => subjectOf(content)))]
    const changed = fc
      .subarray(topics, { maxLength: 4 })
      .chain(some =>
        fc.tuple(fc.constant(some), chartAbout({ topics: some, analytes: ['prothrombin_time'] }, 5)),
      )
    const readings = fc.record(
      Object.fromEntries(
        nct05106972.readings.map(({ id, alternatives }) => [
          id,
          fc.constantFrom(...alternatives.map(a => a.id)),
        ]),
      ),
    )
    fc.assert(
      fc.property(changed, readings, ([dropped, { candidate, facts }], chosen) => {
        const kept = base.facts.filter(({ content }) => !dropped.includes(subjectOf(content)))
        const chart = indexChart({ ...base, candidate, facts: [...kept, ...facts] }, LAST_DAY)
        const protocol = prepared(chosen)
        const { verdicts, eligible } = screen(chart, protocol, today)
        for (let day = dayOf('2026-01-01'); day <= dayOf('2027-12-31'); day += 1) {
          const date = dateOf(day)
          const inside = (span: { from: string | null; to: string | null }) =>
            (span.from ?? '') <= date && date <= (span.to ?? '9')
          const { verdict } = verdictOn(chart, protocol, date)
          expect(verdicts.filter(inside).map(span => span.verdict)).toEqual([verdict])
          expect(eligible.some(inside)).toBe(verdict === 'eligible')
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('a screening', () => {
  it('has the shape of its schema, whatever is charted', () => {
    const charts = [
      example,
      eligibleChart(),
      emptyChart(),
      emptyChart().with(notKnown('cirrhosis', 'unknown')),
    ]
    for (const chart of charts) {
      for (const protocol of [
        prepared(),
        prepared(firstChoices),
        preparedSecond(),
        preparedSecond({}, false),
      ]) {
        const screening = screen(chart.index(), protocol, today)
        expect(Screening.parse(screening)).toEqual(screening)
      }
    }
  })

  it('says on its day what the plain verdict says', () => {
    for (const chart of [example, eligibleChart(), emptyChart()]) {
      const { verdict, criteria } = screened(chart)
      const plain = verdictOn(chart.index(), prepared(firstChoices), today)
      expect({ verdict, outcomes: criteria.map(({ outcome }) => outcome) }).toEqual(plain)
    }
  })

  it('is ineligible by one violated criterion, whatever else is unknown', () => {
    const chart = emptyChart().with({ kind: 'albumin_infusion', on: '2026-11-20' })
    expect(screened(chart).verdict).toBe('ineligible')
  })

  it('is eligible only if every criterion is satisfied: a judgement that is missing leaves it undetermined', () => {
    const { verdict, eligible, verdicts, statement } = screened(eligibleChart().without('judgement'))
    expect({ verdict, eligible }).toEqual({ verdict: 'undetermined', eligible: [] })
    expect(new Set(verdicts.map(span => span.verdict))).toEqual(new Set(['ineligible', 'undetermined']))
    expect(statement.en).toBe('cannot be determined: E12')
  })

  it('names the evidence: fact, version and date', () => {
    const albumin = screened(example).criteria.find(({ id }) => id === 'e7')
    expect(albumin?.evidence).toMatchObject([{ version: 1, kind: 'albumin_infusion', date: '2026-11-14' }])
  })

  it('shows each outcome of a reading that is not chosen', () => {
    const chart = eligibleChart().with({ kind: 'albumin_infusion', on: '2026-11-01' })
    const albumin = screen(chart.index(), prepared(), today).criteria.find(({ id }) => id === 'e7')
    expect(albumin?.outcome).toBe('unknown')
    expect(albumin?.alternatives).toEqual([
      { reading: 'window-boundary', alternative: 'within', outcomes: ['violated'] },
      { reading: 'window-boundary', alternative: 'outside', outcomes: ['satisfied'] },
    ])
    expect(albumin?.missing.map(({ key }) => key)).toEqual(['reading:window-boundary'])
  })

  it('of the second protocol cannot be determined until its criteria are entered', () => {
    const without = screen(eligibleChart().index(), preparedSecond({}, false), today)
    expect(without).toMatchObject({ verdict: 'undetermined', eligible: [] })
    expect(without.statement.en).toBe(
      'cannot be determined: criteria not published; enter them from the approved protocol',
    )
    expect(verdictOn(eligibleChart().index(), preparedSecond({}, false), today).verdict).toBe('undetermined')
    expect(screen(eligibleChart().index(), preparedSecond(), today).training).toBe(true)
  })

  it('matches the criteria of both protocols by concept', () => {
    const chart = eligibleChart().index()
    const matched = matchConcepts([screen(chart, prepared(), today), screen(chart, preparedSecond(), today)])
    const ages = matched.find(({ concept }) => concept === 'age')?.criteria
    expect(ages?.map(side => side.map(({ id }) => id))).toEqual([['i1', 'e1'], ['t-i1']])
  })
})

describe('what is missing', () => {
  it('is ranked by how many criteria it would settle alone', () => {
    const chart = eligibleChart().person({ birthDate: undefined }).without('albumin_infusion')
    const { missing } = screened(chart)
    expect(missing.map(({ key, settles }) => [key, settles])).toEqual([
      ['birth_date', 2],
      ['negative_finding:albumin_infusion', 1],
    ])
  })

  it('adds up over a list of candidates', () => {
    const lacking = screened(eligibleChart().without('infection'))
    const other = screened(eligibleChart().without('consent'))
    const [first] = rankMissing([other, lacking, lacking])
    expect(first).toMatchObject({
      key: 'negative_finding:infection',
      settles: 2,
      criteria: ['NCT05106972 E10'],
    })
  })
})

describe('enrolment in a trial', () => {
  type Status = 'enrolled' | 'dosed' | 'completed' | 'discontinued'
  const enrolled = (...steps: (readonly [status: Status, on: string])[]) =>
    eligibleChart().with(
      ...steps.map(([status, on]) => ({ kind: 'enrolment', on, protocol: 'NCT07413549', status }) as const),
    )
  const conflicts = (chart: ChartBuilder, protocol = prepared(firstChoices), on = today) =>
    screen(chart.index(), protocol, on).conflicts.map(({ code }) => code)

  it.each([
    ['enrolled', enrolled(['enrolled', '2026-05-01']), ['enrolled_elsewhere']],
    ['completed', enrolled(['enrolled', '2025-05-01'], ['completed', '2026-05-01']), ['dosed_elsewhere']],
    [
      'dosed and completed',
      enrolled(['enrolled', '2025-05'], ['dosed', '2025-06'], ['completed', '2026-05']),
      ['dosed_elsewhere'],
    ],
    [
      'discontinued, then enrolled again',
      enrolled(['enrolled', '2024-05-01'], ['discontinued', '2025-05-01'], ['enrolled', '2026-05-01']),
      ['enrolled_elsewhere'],
    ],
    ['enrolled and discontinued in one year', enrolled(['enrolled', '2025'], ['discontinued', '2025']), []],
  ])('elsewhere: %s', (_name, chart, expected) => {
    expect(conflicts(chart)).toEqual(expected)
  })

  it('counts a dose that is charted like one that a status tells of, whatever ended since', () => {
    const dose = {
      kind: 'dose',
      from: '2026-05-01T09:00:00+08:00',
      protocol: 'NCT07413549',
      number: 2,
    } as const
    const ended = enrolled(['enrolled', '2026-04-01'], ['discontinued', '2026-06-01'])
    expect(conflicts(ended)).toEqual([])
    expect(conflicts(ended.with(dose))).toEqual(['dosed_elsewhere'])
    const alone = eligibleChart().with(dose)
    expect(conflicts(alone)).toEqual(['dosed_elsewhere'])
    expect(conflicts(alone, preparedSecond())).toEqual(['already_enrolled'])
    expect(conflicts(alone, prepared(firstChoices), CivilDate.parse('2026-04-30'))).toEqual([])
  })

  it('is a conflict within the same trial too, and none before its day', () => {
    const chart = enrolled(['enrolled', '2026-05-01'])
    expect(conflicts(chart, preparedSecond())).toEqual(['already_enrolled'])
    expect(conflicts(chart, prepared(firstChoices), CivilDate.parse('2026-04-30'))).toEqual([])
  })
})
