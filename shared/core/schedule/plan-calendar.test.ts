import { describe, expect, it } from 'vitest'
import { charted, FIRST, firstCalendar, visitIn } from '#test/support/calendar.ts'

const { enrolled, dose, visit } = charted
const TODAY = '2026-06-01'

describe('the calendar of NCT05106972', () => {
  it('counts the baseline from enrolment, week 72 from dose 1, and plans dose 2 24 weeks after it', () => {
    const contents = [enrolled(FIRST, '2026-01-05'), dose(FIRST, 1, '2026-01-12T09:30:00+08:00')]
    const calendar = firstCalendar({ today: TODAY, contents })
    expect(calendar).toMatchObject({
      day0: '2026-01-12',
      dayOfTrial: 140,
      openReadings: ['portal-flow-rate', 'abdominal-volume'],
    })
    expect(calendar.visits.map(({ visit: id, planned, state }) => [id, planned, state])).toEqual([
      ['baseline', '2026-01-05', 'overdue'],
      ['week-72', '2027-05-31', 'planned'],
    ])
    expect(calendar.doses).toMatchObject([
      { number: 1, planned: null, given: { fact: 'f-1' }, plannedCells: '100000000', isExpected: false },
      { number: 2, planned: '2026-06-29', given: null, isExpected: true },
    ])
  })

  it('is projected from the day planned for the first dose until that is given', () => {
    const contents = [enrolled(FIRST, '2026-05-28')]
    const calendar = firstCalendar({ today: TODAY, contents, scheduled: { doses: { 1: '2026-05-30' } } })
    expect(visitIn(calendar, 'week-72')).toMatchObject({
      planned: '2027-10-16',
      isProjected: true,
      state: 'planned',
    })
    expect(calendar).toMatchObject({ day0: null, dayOfTrial: null })
    expect(calendar.doses[1]).toMatchObject({ planned: '2026-11-14' })
  })

  it('has no day for what is counted from a dose that is neither given nor planned', () => {
    const calendar = firstCalendar({ today: TODAY, contents: [enrolled(FIRST, '2026-05')] })
    expect(calendar.visits.map(({ planned, state }) => [planned, state])).toEqual([
      [null, 'undated'],
      [null, 'undated'],
    ])
  })

  it('does not move week 72 when the second dose is given, nor the day that its visit is compared with', () => {
    const contents = [dose(FIRST, 1, '2024-01-01'), visit(FIRST, 'week-72', '2025-05-21')]
    const later = [...contents, dose(FIRST, 2, '2024-07-15')]
    const [before, after] = [contents, later].map(facts =>
      visitIn(firstCalendar({ today: TODAY, contents: facts }), 'week-72'),
    )
    expect(before).toMatchObject({
      planned: '2025-05-19',
      state: 'done',
      done: { off: 2, isOutOfWindow: null },
    })
    expect(after).toEqual(before)
  })

  it('takes a status "dosed" for the first dose where no dose is charted', () => {
    const dosed = { kind: 'enrolment', protocol: FIRST, status: 'dosed', on: '2026-02-02' } as const
    expect(firstCalendar({ today: TODAY, contents: [dosed] }).day0).toBe('2026-02-02')
    const both = firstCalendar({ today: TODAY, contents: [dose(FIRST, 1, '2026-02-03'), dosed] })
    expect(both).toMatchObject({ day0: '2026-02-03', doses: [{ given: { fact: 'f-0' } }, {}] })
  })
})
