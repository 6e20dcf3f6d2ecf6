import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { OffsetDateTime } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
let patientId: PatientId

beforeEach(async () => {
  site = await startSite()
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'ZWM', sex: 'male' },
  })
  patientId = patient.id
})
afterEach(() => site.dispose())

/** The clock of the engine stands at 10:00 in Shanghai. */
async function learnOf(term: string, at: string | undefined) {
  await site.api.facts.record({
    patientId,
    facts: [
      {
        content: {
          ...{ kind: 'adverse_event', term, grades: [], serious: 'yes', criteria: ['hospitalisation'] },
          ...(at && { aware: { at: OffsetDateTime.parse(`2026-11-${at}:00+08:00`), by: 'Chen Wei' } }),
        },
      },
    ],
  })
}

describe('the deadlines of reports', () => {
  it('are said to be none where no serious event is charted', async () => {
    await showPage(site, { at: '/work' })
    expect(await screen.findByText('No deadline runs.')).toBeTruthy()
  })

  it('stand on top of what is to be done, the most urgent first, marked as not confirmed', async () => {
    await learnOf('Haematemesis', '21T15:12')
    await learnOf('Sepsis', undefined)
    await learnOf('Coma', '21T08:00')
    await showPage(site, { at: '/work' })
    const list = within(await screen.findByRole('region', { name: 'Reporting deadlines 3' }))
    const lines = (await list.findAllByRole('listitem')).map(({ textContent }) => textContent)
    expect(lines).toEqual([
      expect.stringMatching(/Sepsis.*no moment of awareness, cannot run/),
      expect.stringMatching(/Coma.*preset, not confirmed by the site.*Sponsor: overdue by 2 h/),
      expect.stringMatching(/Haematemesis.*due 22 Nov 2026 15:12.*Sponsor: 5 h 12 min left/),
    ])
    expect(screen.getByRole('button', { name: /^To do [3-9]/ })).toBeTruthy()
  })

  it('keep in sight on every screen the one that can still be kept, and how many are late', async () => {
    await learnOf('Coma', '21T08:00')
    await learnOf('Sepsis', undefined)
    await learnOf('Haematemesis', '21T15:12')
    await showPage(site, { at: '/protocols' })
    const next = await screen.findByRole('link', { name: /^Sponsor: 5 h 12 min left/ })
    expect(next.textContent).toBe('Sponsor: 5 h 12 min left+2 2 more ask for something now')
  })

  it('are counted on the lock screen, which names nobody', async () => {
    await learnOf('Coma', '21T08:00')
    await learnOf('Haematemesis', '22T09:00')
    const { user } = await showPage(site, { at: '/work' })
    await screen.findByRole('region', { name: 'Reporting deadlines 2' })
    await user.click(screen.getByRole('button', { name: 'Lock' }))
    expect(await screen.findByText('1 overdue')).toBeTruthy()
    expect(screen.getByText('1 running')).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/S-001|Coma/)
  })

  it('are told in the window when one passes, with counts alone', async () => {
    await learnOf('Coma', '21T10:30')
    const { tell } = await showPage(site, { at: '/' })
    await screen.findByRole('link', { name: 'Sponsor: 30 min left' })
    site.clock.advance(31 * 60)
    act(() =>
      tell({
        event: 'deadlines',
        now: 'overdue',
        deadlines: { running: 0, dueSoon: 0, overdue: 1, noStart: 0 },
      }),
    )
    const notice = await screen.findByRole('alert')
    expect(notice.textContent).toBe('A report is overdue1 overdue')
    await waitFor(() => expect(screen.getByRole('link', { name: 'Sponsor: overdue by 1 min' })).toBeTruthy())
  })
})
