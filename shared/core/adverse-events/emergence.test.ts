import { describe, expect, it } from 'vitest'
import { eventContent, eventSource, eventWithout } from '#test/support/safety-charts.ts'
import { doseOn } from '#test/support/trend-charts.ts'
import { emergenceOf } from './emergence.ts'

const DOSE = '2026-11-10T10:00:00+08:00'
const dosed = (from = DOSE) => eventSource([doseOn(from)])
const at = (grade: number, from: string) => ({ grade, from })

describe('whether an event emerged under treatment', () => {
  it.each([
    ['on the day after the dose', '2026-11-11', 'treatment_emergent'],
    ['on its day, without time of day', '2026-11-10', 'treatment_emergent'],
    ['at its minute', DOSE, 'treatment_emergent'],
    ['a minute before it', '2026-11-10T09:59:00+08:00', 'before_treatment'],
    ['after it by another zone’s clock', '2026-11-10T02:30:00Z', 'treatment_emergent'],
    ['on the day before', '2026-11-09', 'before_treatment'],
    ['in the month of the dose', '2026-11', 'unknown'],
    ['in the month before', '2026-10', 'before_treatment'],
  ])('began %s', (_when, from, emergence) => {
    const content = eventContent({ from, grades: [] })
    expect(emergenceOf(content, dosed())).toBe(emergence)
  })

  it.each([
    ['got worse after the dose', [at(1, '2026-11-01'), at(2, '2026-11-11')], 'treatment_emergent'],
    ['got better after it', [at(2, '2026-11-01'), at(1, '2026-11-11')], 'before_treatment'],
    [
      'rose again after it, not above what it was',
      [at(2, '2026-11-01'), at(1, '2026-11-11'), at(2, '2026-11-15')],
      'before_treatment',
    ],
    ['got worse before it', [at(1, '2026-11-01'), at(2, '2026-11-05')], 'before_treatment'],
    ['got worse in the month of the dose', [at(1, '2026-10-01'), at(2, '2026-11')], 'unknown'],
    ['was graded only after it', [at(2, '2026-11-15')], 'before_treatment'],
  ])('began before and %s', (_how, grades, emergence) => {
    const content = eventContent({ from: '2026-10-01', grades })
    expect(emergenceOf(content, dosed())).toBe(emergence)
  })

  it('is not known without an onset, unless it ended or was graded before the dose, or got worse after it', () => {
    const unknown = { ...eventWithout('from'), grades: [] }
    const events = [
      unknown,
      { ...unknown, ...eventContent({ from: '2026-01-01', to: '2026-11-09' }), from: undefined },
      { ...unknown, grades: eventContent({ grades: [at(1, '2026-11-02')] }).grades },
      { ...unknown, grades: eventContent({ grades: [at(1, '2026-11-02'), at(3, '2026-11-12')] }).grades },
    ]
    expect(events.map(content => emergenceOf(content as typeof unknown, dosed()))).toEqual([
      ...['unknown', 'before_treatment', 'before_treatment', 'treatment_emergent'],
    ])
  })

  it('is not before a dose whose day is known to the month only', () => {
    expect(emergenceOf(eventContent({ from: '2026-11-10' }), dosed('2026-11'))).toBe('unknown')
    expect(emergenceOf(eventContent({ from: '2026-10-31', grades: [] }), dosed('2026-11'))).toBe(
      'before_treatment',
    )
  })

  it('is before treatment as long as nothing was given', () => {
    expect(emergenceOf(eventContent(), eventSource([]))).toBe('before_treatment')
  })
})
