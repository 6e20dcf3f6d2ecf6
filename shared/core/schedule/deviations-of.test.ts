import { describe, expect, it } from 'vitest'
import { calendarInput, charted, FIRST, SECOND, siteSchedule } from '#test/support/calendar.ts'
import type { Content } from '#test/support/chart-builder.ts'
import { nct05106972, nct07413549 } from '#test/support/protocols.ts'
import { OffsetDateTime } from '../civil-date.ts'
import { deviationsOf } from './deviations-of.ts'
import { calendarOf } from './plan-calendar.ts'

const { dose, enrolled, visit } = charted
const extra = {
  id: 'week-4',
  title: 'Week 4',
  anchor: { from: 'dose', number: 1 },
  day: 28,
  before: 2,
  after: 3,
}
const parts = {
  windows: [{ visit: 'dose-2', before: 3, after: 7 }],
  extraVisits: [{ ...extra, assessments: ['albumin', 'hbv-dna'] }],
}
const TODAY = '2026-02-20'
const first = dose(FIRST, 1, '2026-01-01')

interface Setting {
  readonly today?: string
  readonly parts?: object
  readonly firstEntered?: string
}

function seen(contents: readonly Content[], setting: Setting = {}) {
  const schedule = siteSchedule(FIRST, setting.parts ?? parts)
  const input = calendarInput(nct05106972, { today: setting.today ?? TODAY, contents, schedule })
  const { firstEntered } = setting
  return deviationsOf(calendarOf(input), {
    ...{ facts: input.facts, siteDay: input.siteDay, lateEntryDays: schedule.lateEntryDays },
    firstEntered: () => (firstEntered === undefined ? undefined : OffsetDateTime.parse(firstEntered)),
  })
}
const keys = (contents: readonly Content[], setting?: Setting) =>
  seen(contents, setting).map(({ key, on }) => `${key} ${on}`)

describe('deviations that the record shows', () => {
  it.each<[string, Content[], string[]]>([
    ['a closed window', [first], ['missed:week-4:1 2026-02-01']],
    [
      'a visit charted as missed',
      [first, visit(FIRST, 'week-4', '2026-01-29', { status: 'missed', reason: 'flood' })],
      ['missed:week-4:1 2026-01-29'],
    ],
    ['a visit in its window', [first, visit(FIRST, 'week-4', '2026-02-01')], []],
    ['a visit after its window', [first, visit(FIRST, 'week-4', '2026-02-02')], ['window:f-1 2026-02-02']],
    ['a visit after the end', [first, { kind: 'death', on: '2026-01-20' }], []],
  ])('are, of %s: %j', (_name, contents, expected) => expect(keys(contents)).toEqual(expected))

  it('are none without a window of the site', () => {
    const contents = [
      first,
      enrolled(FIRST, '2025-12-01'),
      visit(FIRST, 'week-72', '2026-02-01'),
      dose(FIRST, 2, '2026-02-03'),
    ]
    expect(keys(contents, { parts: {} })).toEqual([])
  })

  it('say what was planned and how far it lay off, in both languages', () => {
    const [found] = seen([first, visit(FIRST, 'week-4', '2026-02-02')])
    expect(found?.text).toEqual({
      en: 'Week 4 outside the site’s window of 2026-01-27 to 2026-02-01: 4 days after the planned day',
      'zh-CN': 'Week 4超出本中心访视窗（2026-01-27至2026-02-01）：较计划日晚4天',
    })
    const [missed] = seen([
      first,
      visit(FIRST, 'week-4', '2026-01-29', { status: 'missed', reason: 'flood' }),
    ])
    expect(missed?.text.en).toBe('Week 4 did not take place (planned for 2026-01-29): flood')
  })

  it('never say that a visit did not take place that nobody charted', () => {
    const [uncharted] = seen([first])
    expect(uncharted?.kind).toBe('missed_visit')
    expect(uncharted?.text.en).toBe(
      'Week 4 is not charted (planned for 2026-01-29); the site’s window closed on 2026-02-01',
    )
  })

  it('are known by the dose that a missed visit is counted from, whichever the site reads as meant', () => {
    const schedule = siteSchedule(SECOND, { windows: [{ visit: 'week-4', before: 2, after: 3 }] })
    const missedOf = (reading: string, ...doses: Content[]) => {
      const readings = { 'after-administration': reading }
      const input = calendarInput(nct07413549, { today: '2026-06-01', contents: doses, schedule, readings })
      const found = deviationsOf(calendarOf(input), {
        ...{ facts: input.facts, siteDay: input.siteDay, lateEntryDays: undefined },
        firstEntered: () => undefined,
      })
      return found.map(({ key }) => key)
    }
    const doses = [dose(SECOND, 1, '2026-01-01'), dose(SECOND, 2, '2026-03-01')] as const
    expect(missedOf('last', doses[0])).toEqual(['missed:week-4:1'])
    expect(missedOf('last', ...doses)).toEqual(['missed:week-4:2'])
    expect(missedOf('first', ...doses)).toEqual(['missed:week-4:1'])
    expect(missedOf('each', ...doses)).toEqual(['missed:week-4:1', 'missed:week-4:2'])
  })

  it('are assessments that were said not to be done', () => {
    const notDone = [{ assessment: 'albumin', reason: 'haemolysed' }]
    const [found, ...more] = seen([first, visit(FIRST, 'week-4', '2026-01-29', { notDone })])
    expect(more).toEqual([])
    expect(found).toMatchObject({
      kind: 'assessment_not_done',
      key: 'assessment:f-1:albumin',
      facts: ['f-1'],
    })
    expect(found?.text).toEqual({
      en: 'Albumin not done at Week 4: haemolysed',
      'zh-CN': 'Week 4未完成白蛋白：haemolysed',
    })
  })

  it.each([
    ['2026-06-14', 'dose:f-2 2026-06-14'],
    ['2026-06-15', undefined],
    ['2026-06-25', undefined],
    ['2026-06-26', 'dose:f-2 2026-06-26'],
  ])('are, of a second dose given on %s with a window from 15 to 25 June: %s', (on, expected) => {
    const contents = [first, visit(FIRST, 'week-4', '2026-01-29'), dose(FIRST, 2, on)]
    expect(keys(contents, { today: '2026-07-01' })).toEqual(expected === undefined ? [] : [expected])
  })

  it('are entries later than the site allows, by when they were first charted, and only of this trial', () => {
    const late = { parts: { lateEntryDays: 5 }, today: '2026-01-07' }
    const contents = [first, dose(SECOND, 1, '2026-01-01'), charted.laboratory('1751-7', '2025-12-01')]
    expect(keys(contents, late)).toEqual(['late:f-0 2026-01-01'])
    expect(keys(contents, { ...late, firstEntered: '2026-01-06T10:00:00+08:00' })).toEqual([])
    expect(keys(contents, { ...late, firstEntered: '2026-01-07T00:10:00+08:00' })).toEqual([
      'late:f-0 2026-01-01',
    ])
    expect(keys(contents, { ...late, parts: {} })).toEqual([])
  })
})
