import { describe, expect, it } from 'vitest'
import {
  charted,
  FIRST,
  firstCalendar,
  SECOND,
  secondCalendar,
  siteSchedule,
} from '#test/support/calendar.ts'
import { tasksOf } from './tasks-of.ts'

const { dose, enrolled, visit } = charted
const windows = [{ visit: 'dose-2', before: 3, after: 7 }]
const schedule = siteSchedule(FIRST, { windows })
const given = [
  enrolled(FIRST, '2026-01-01'),
  visit(FIRST, 'baseline', '2026-01-01'),
  dose(FIRST, 1, '2026-01-01'),
]
const doseTasks = (today: string, course: object = {}) =>
  tasksOf(firstCalendar({ today, contents: given, schedule, ...course }), 14)
    .filter(({ visit: name }) => name === null)
    .map(({ kind, number, on, until }) => [kind, number, on, until])

describe('the task of a dose', () => {
  it.each([
    ['2026-05-31', []],
    ['2026-06-01', [['dose_coming', 2, '2026-06-18', '2026-06-25']]],
    ['2026-06-14', [['dose_coming', 2, '2026-06-18', '2026-06-25']]],
    ['2026-06-15', [['dose_due', 2, '2026-06-18', '2026-06-25']]],
    ['2026-09-01', [['dose_due', 2, '2026-06-18', '2026-06-25']]],
  ])('with a window of −3 and +7 days and 14 days ahead is on %s: %j', (today, expected) =>
    expect(doseTasks(today)).toEqual(expected),
  )

  it('is about the day that somebody planned, where there is one', () => {
    const scheduled = { doses: { 2: '2026-06-20' } }
    expect(doseTasks('2026-06-19', { scheduled })).toEqual([['dose_coming', 2, '2026-06-20', null]])
    expect(doseTasks('2026-06-20', { scheduled })).toEqual([['dose_due', 2, '2026-06-20', null]])
  })

  it('is none before the dose before it is given, nor after the treatment ended', () => {
    const scheduled = { doses: { 1: '2026-01-02' } }
    expect(doseTasks('2026-06-19', { contents: [], scheduled })).toEqual([
      ['dose_due', 1, '2026-01-02', null],
    ])
    const stopped = { kind: 'enrolment', protocol: FIRST, status: 'treatment_discontinued', on: '2026-02-01' }
    expect(doseTasks('2026-06-19', { contents: [...given, stopped] })).toEqual([])
  })
})

describe('the task of a visit', () => {
  const tasks = (today: string, contents = [dose(SECOND, 1, '2026-01-01')]) =>
    tasksOf(secondCalendar({ today, contents }), 7).map(
      ({ kind, visit: name, on }) => `${kind} ${name} ${on}`,
    )

  it('comes, is due and is overdue, by the day', () => {
    expect(tasks('2026-01-01')).toEqual(['visit_coming week-1 2026-01-08'])
    expect(tasks('2026-01-08')).toEqual(['visit_due week-1 2026-01-08', 'visit_coming week-2 2026-01-15'])
    expect(tasks('2026-01-09')).toEqual(['visit_overdue week-1 2026-01-08', 'visit_coming week-2 2026-01-15'])
  })

  it('names what a visit that took place still lacks, and what is awaited', () => {
    const notDone = [
      'meld',
      'child-pugh',
      'alt',
      'ast',
      'tbil',
      'ggt',
      'alp',
      'alb',
      'che',
      'inr',
      'pta',
    ].map(assessment => ({ assessment, reason: 'clotted' }))
    const done = visit(SECOND, 'week-1', '2026-01-08', { notDone, awaited: ['hbv-dna'] })
    const calendar = secondCalendar({ today: '2026-01-09', contents: [dose(SECOND, 1, '2026-01-01'), done] })
    expect(tasksOf(calendar, 1)).toMatchObject([
      { kind: 'assessments_missing', visit: 'week-1', items: [{ en: 'Prothrombin time' }] },
      { kind: 'results_awaited', visit: 'week-1', items: [{ en: 'HBV DNA' }] },
    ])
  })

  it('is none for a visit of a dose that was planned for a day gone by', () => {
    const scheduled = { doses: { 1: '2026-01-01' } }
    const calendar = secondCalendar({ today: '2026-01-20', contents: [], scheduled })
    expect(tasksOf(calendar, 5).map(({ kind, visit: name }) => [kind, name])).toEqual([['dose_due', null]])
  })
})
