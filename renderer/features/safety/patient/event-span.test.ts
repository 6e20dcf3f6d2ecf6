import { describe, expect, it } from 'vitest'
import { dayOf } from '#shared/core/civil-date.ts'
import { safety } from '#shared/core/facts/safety.ts'
import { spanOf } from './event-span.ts'

const today = dayOf('2026-11-22')
const event = (more: object) =>
  safety.adverse_event.parse({ kind: 'adverse_event', term: 'fever', grades: [], ...more })

describe('an event on the time axis', () => {
  it('is not drawn without an onset', () => expect(spanOf(event({}), today)).toBeUndefined())

  it('holds each grade until the next, and its last day whole', () => {
    const grades = [
      { grade: 1, from: '2026-11-01' },
      { grade: 3, from: '2026-11-03' },
    ]
    const from = dayOf('2026-11-01')
    expect(spanOf(event({ from: '2026-11-01', to: '2026-11-05', grades }), today)).toEqual({
      ...{ from, to: from + 5, end: 'ended' },
      spans: [
        { grade: 1, from, to: from + 2 },
        { grade: 3, from: from + 2, to: from + 5 },
      ],
    })
  })

  it('goes on to the end of today, ungraded until somebody graded it', () => {
    const grades = [{ grade: 2, from: '2026-11-04' }]
    const from = dayOf('2026-11-01') + 0.5
    const span = spanOf(event({ from: '2026-11-01T12:00:00+08:00', to: 'ongoing', grades }), today)
    expect(span).toEqual({
      ...{ from, to: today + 1, end: 'ongoing' },
      spans: [
        { grade: null, from, to: dayOf('2026-11-04') },
        { grade: 2, from: dayOf('2026-11-04'), to: today + 1 },
      ],
    })
  })

  it('claims no more than a day where nobody knows whether it ended', () => {
    const from = dayOf('2026-11-01')
    expect(spanOf(event({ from: '2026-11' }), today)).toMatchObject({ from, to: from + 1, end: 'not_known' })
  })
})
