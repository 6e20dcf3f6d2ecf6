import { expect, it } from 'vitest'
import { siteClock } from './site-clock.ts'

it.each([
  ['Asia/Shanghai', '2026-11-14T00:30:00.000Z', '2026-11-14T08:30:00.000+08:00'],
  ['UTC', '2026-11-14T00:30:00.000Z', '2026-11-14T00:30:00.000+00:00'],
  ['Asia/Kolkata', '2026-11-14T20:00:00.000Z', '2026-11-15T01:30:00.000+05:30'],
  ['America/St_Johns', '2026-01-01T00:00:00.000Z', '2025-12-31T20:30:00.000-03:30'],
  ['Europe/Berlin', '2026-03-29T00:59:59.000Z', '2026-03-29T01:59:59.000+01:00'],
  ['Europe/Berlin', '2026-03-29T01:00:00.000Z', '2026-03-29T03:00:00.000+02:00'],
])('in %s the instant %s reads %s', (zone, instant, shown) => {
  const rendered = siteClock(zone).render(new Date(instant))
  expect(rendered).toBe(shown)
  expect(new Date(rendered).toISOString()).toBe(instant)
})
