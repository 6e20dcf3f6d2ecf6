import { describe, expect, it } from 'vitest'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import { toRotate } from './kept.ts'

/** Newest first, as they are listed. */
const made = (...times: string[]) =>
  times.map(time => ({ id: time, madeAt: OffsetDateTime.parse(`${time}:00.000+08:00`) }))
const gone = (times: string[], kept: Parameters<typeof toRotate>[1]) =>
  toRotate(made(...times), kept).map(({ id }) => id)

describe('which backups make room', () => {
  it('keeps the latest of each of the last days', () => {
    const times = ['2026-11-30T18:00', '2026-11-30T09:00', '2026-11-29T18:00', '2026-11-28T18:00']
    expect(gone(times, { days: 2, weeks: 0, months: 0 })).toEqual(['2026-11-30T09:00', '2026-11-28T18:00'])
  })

  it('keeps the latest of each of the last weeks, which begin on Monday, and months beside the days', () => {
    const times = [
      '2026-11-30T18:00',
      '2026-11-29T18:00',
      '2026-11-23T18:00',
      '2026-10-31T18:00',
      '2026-10-01T18:00',
    ]
    expect(gone(times, { days: 1, weeks: 2, months: 0 })).toEqual([
      '2026-11-23T18:00',
      '2026-10-31T18:00',
      '2026-10-01T18:00',
    ])
    expect(gone(times, { days: 1, weeks: 0, months: 2 })).toEqual([
      '2026-11-29T18:00',
      '2026-11-23T18:00',
      '2026-10-01T18:00',
    ])
  })

  it('never takes the newest, and nothing for having lain long while nobody worked', () => {
    expect(gone(['2026-01-05T18:00', '2026-01-04T18:00'], { days: 2, weeks: 0, months: 0 })).toEqual([])
    expect(gone(['2026-01-05T18:00'], { days: 1, weeks: 0, months: 0 })).toEqual([])
  })
})
