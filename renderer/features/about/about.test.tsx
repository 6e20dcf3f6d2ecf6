import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite | undefined
afterEach(() => site?.dispose())

describe('the About page', () => {
  it('says where the data are, what Lobule is not, and whose work is in it', async () => {
    site = await startSite()
    const { user } = await showPage(site, { at: '/about' })
    expect(await screen.findByText(site.directory)).toBeTruthy()
    expect(screen.getByText(/Not a medical device, not validated for a site/)).toBeTruthy()
    const name = await screen.findByText('better-sqlite3-multiple-ciphers', {}, { timeout: 5000 })
    await user.click(name)
    const details = name.closest('details')
    expect(details?.open).toBe(true)
    expect(within(details as HTMLElement).getByText(/permission is hereby granted/i)).toBeTruthy()
  })
})
