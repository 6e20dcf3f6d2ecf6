import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { FIRST_PASSWORD, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
afterEach(() => site.dispose())

async function showDue() {
  const page = await showPage(site, { at: '/' })
  expect(await screen.findByRole('heading', { name: 'Choose another password' })).toBeTruthy()
  const change = async (current: string, next: string) => {
    for (const [label, text] of [
      [/^Current password/, current],
      [/^New password/, next],
      [/^The same password again/, next],
    ] as const) {
      const field = screen.getByLabelText(label)
      await page.user.clear(field)
      await page.user.click(field)
      await page.user.paste(text)
    }
    await page.user.click(screen.getByRole('button', { name: 'Change the password' }))
  }
  return { ...page, change }
}

describe('a password that has to be changed', () => {
  it('[U5] because another person set it, keeps everything else out of reach until it is', async () => {
    site = await startSite()
    await site.api.users.add({
      ...{ loginName: 'lina', fullName: 'Li Na', role: 'coordinator', password: FIRST_PASSWORD },
    })
    await site.api.session.lock({})
    await site.api.session.unlock({ loginName: 'lina', password: FIRST_PASSWORD })
    const { change } = await showDue()
    expect(screen.getByText(/Somebody else set your first password/)).toBeTruthy()
    expect(screen.queryByRole('navigation')).toBeNull()
    await change(FIRST_PASSWORD, FIRST_PASSWORD)
    expect(await screen.findByText(/The new password is the present password/)).toBeTruthy()
    await change(FIRST_PASSWORD, 'words that only Li Na knows')
    expect(await screen.findByRole('navigation', { name: 'Areas' })).toBeTruthy()
  })

  it('[U6] because it is too old, is changed offline and opens the workstation', async () => {
    site = await startSite()
    const { version } = await site.api.settings.get({})
    const changes = { passwordMaxAgeDays: 30 }
    await site.api.settings.change({ expectedVersion: version, changes, reason: 'Asked for by the sponsor' })
    site.clock.advance(31 * 86_400)
    await site.as('chen')
    const { change } = await showDue()
    expect(screen.getByText(/older than this site allows/)).toBeTruthy()
    await change(PASSWORD, 'another year, another sentence')
    expect(await screen.findByRole('navigation', { name: 'Areas' })).toBeTruthy()
    expect((await site.api.session.current({})).passwordDue).toBeNull()
  })
})
