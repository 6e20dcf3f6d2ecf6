import { describe, expect, it } from 'vitest'
import { dayOf, EventTime } from '#shared/core/civil-date.ts'
import { axisAround } from './around-onset.ts'

const axis = (onset: string) => axisAround(EventTime.parse(onset))

describe('the stretch of time around onset', () => {
  it('reaches sixty days before the day and sixty after it', () => {
    const from = dayOf('2026-11-12')
    expect(axis('2026-11-12T09:00:00+08:00')).toEqual({ from: from - 60, to: from + 61 })
    expect(axis('2026-11-12')).toEqual({ from: from - 60, to: from + 61 })
  })

  it('holds the whole month where the day is not known', () => {
    expect(axis('2026-11')).toEqual({ from: dayOf('2026-11-01') - 60, to: dayOf('2026-11-30') + 61 })
  })

  it('is none where not even the month is known', () => {
    expect(axis('2026')).toBeUndefined()
    expect(axisAround(undefined)).toBeUndefined()
  })
})
