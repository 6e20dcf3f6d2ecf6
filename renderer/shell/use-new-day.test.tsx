import { configure, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

configure({ asyncUtilTimeout: 8000 })

let site: TestSite | undefined
afterEach(() => {
  vi.useRealTimers()
  site?.dispose()
})

it('asks again when a day begins at the site, so that no answer about yesterday stands', async () => {
  const test = await startSite()
  site = test
  const tick = (at: string) => {
    vi.setSystemTime(at)
    test.clock.set(at)
  }
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  tick('2026-11-20T15:59:50.000Z')
  const { patient } = await test.api.patients.register({
    screeningNumber: 'S-001',
    initials: 'WXM',
    sex: 'male',
  })
  await showPage(test, { at: `/candidates/${patient.id}` })
  const day = await screen.findByRole('slider', { name: 'If registered on' })
  expect(day.getAttribute('aria-valuetext')).toBe('20 Nov 2026')
  tick('2026-11-20T16:00:05.000Z')
  vi.advanceTimersByTime(30_000)
  await waitFor(() => expect(day.getAttribute('aria-valuetext')).toBe('21 Nov 2026'))
})
