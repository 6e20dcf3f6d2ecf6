import { describe, expect, it } from 'vitest'
import { dayOf } from '#shared/core/civil-date.ts'
import { trendsFixture } from '#test/support/trends-fixture.ts'
import { compareDays } from './two-days.ts'

const trends = trendsFixture()
const on = (first: string, second: string, id: string) =>
  compareDays(trends, dayOf(first), dayOf(second)).find(({ series }) => series.id === id)

describe('two days of a patient', () => {
  it('tell the change and the multiple of baseline', () => {
    expect(on('2026-03-02', '2026-11-09', 'alanine_aminotransferase')).toMatchObject({
      first: { printed: '62 U/L' },
      second: { printed: '39 U/L' },
      change: -23,
      ofBaseline: 39 / 67,
    })
  })

  it('tell whether a change is within the variation only between neighbours', () => {
    expect(on('2026-03-30', '2026-04-13', 'alanine_aminotransferase')?.variation).toBe('within')
    expect(on('2026-04-13', '2026-04-27', 'albumin')?.variation).toBe('not_entered')
    expect(on('2026-04-27', '2026-08-17', 'portal_diameter')?.variation).toBe('beyond')
    expect(on('2025-12-08', '2026-08-17', 'portal_diameter')?.variation).toBe('not_next')
  })

  it('subtract nothing from a limit', () => {
    expect(on('2026-03-16', '2026-04-27', 'hbv_dna')).toMatchObject({
      second: { printed: '<20 [IU]/mL' },
      change: undefined,
    })
  })

  it('leave out what was measured on neither day', () => {
    expect(on('2026-03-09', '2026-03-16', 'ishak_fibrosis')).toBeUndefined()
  })
})
