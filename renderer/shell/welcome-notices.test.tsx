import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OpeningFinding } from '#shared/api/session.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
  site.lock()
})
afterEach(() => site.dispose())

/** Unlocks as the screen does, with what the engine found. */
async function unlock(found?: readonly OpeningFinding[]) {
  const { api } = site
  const session = {
    ...api.session,
    unlock: async (input: Parameters<typeof api.session.unlock>[0]) => ({
      ...(await api.session.unlock(input)),
      ...(found ? { findings: [...found] } : {}),
    }),
  }
  const page = await showPage({ api: { ...api, session } })
  await page.user.type(await screen.findByLabelText(/^Login name/), 'chen')
  await page.user.type(screen.getByLabelText(/^Password/), PASSWORD)
  await page.user.click(screen.getByRole('button', { name: 'Unlock' }))
  await screen.findByRole('navigation', { name: 'Areas' }, { timeout: 30_000 })
  return page
}

describe('what was found while opening', () => {
  it('says what is amiss and what to do, until it was seen', async () => {
    rmSync(join(site.directory, 'trail-anchor.json'))
    const { user } = await unlock()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('The note of the audit trail’s end')
    expect(alert.textContent).toContain('Verify the trail, and tell the principal investigator')
    await user.click(within(alert).getByRole('button', { name: 'Seen' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('tells what somebody did to the store apart from what is amiss, each in a line of its own', async () => {
    await unlock(OpeningFinding.options)
    const amiss = within(await screen.findByRole('alert')).getAllByRole('listitem')
    const note = screen.getByText('What happened to the store').parentElement as HTMLElement
    const done = within(note).getAllByRole('listitem')
    expect(done.map(({ textContent }) => textContent)).toContainEqual(
      expect.stringMatching(/^A backup was restored.*Enter again, from the source/),
    )
    expect(new Set([...amiss, ...done].map(({ textContent }) => textContent)).size).toBe(
      OpeningFinding.options.length,
    )
  })
})
