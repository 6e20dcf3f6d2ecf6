import { describe, expect, it } from 'vitest'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import { FactId } from '#shared/core/ids.ts'
import type { PlannedVisit } from '#shared/core/schedule/calendar.ts'
import { text } from '#shared/core/text.ts'
import { inTimeOrder } from './in-time-order.ts'

const visit = (id: string, planned: string | null, done?: string): PlannedVisit => ({
  ...{
    visit: id,
    number: null,
    countedFrom: null,
    title: text(id, id),
    source: 'record',
    day: 0,
    anchor: text('d', '日'),
  },
  planned: planned === null ? null : CivilDate.parse(planned),
  ...{ isProjected: false, window: null, state: 'planned', assessments: [], missed: null },
  done:
    done === undefined
      ? null
      : { fact: FactId.parse(id), from: PartialDate.parse(done), to: null, off: null, isOutOfWindow: null },
})

const namesOf = (visits: readonly PlannedVisit[], unscheduled: readonly string[] = []) =>
  inTimeOrder({
    visits: [...visits],
    unscheduled: unscheduled.map(from => ({
      ...{ fact: FactId.parse(from), from: PartialDate.parse(from), to: null, day: null },
    })),
    today: CivilDate.parse('2026-11-22'),
  }).map(one => (one.is === 'today' ? 'today' : one.is === 'visit' ? one.visit.visit : one.visit.from))

describe('the lines of a calendar', () => {
  it('follow the days, with today among them and what has no day last', () => {
    const visits = [visit('later', '2026-12-01'), visit('never', null), visit('before', '2026-11-01')]
    expect(namesOf(visits, ['2026-11-10'])).toEqual(['before', '2026-11-10', 'today', 'later', 'never'])
  })

  it('put a visit where it took place, not where it was planned', () => {
    const visits = [visit('second', '2026-11-08'), visit('first', '2026-11-09', '2026-11-07')]
    expect(namesOf(visits)).toEqual(['first', 'second', 'today'])
  })

  it('put what is on today above today’s line', () => {
    expect(namesOf([visit('now', '2026-11-22')])).toEqual(['now', 'today'])
  })
})
