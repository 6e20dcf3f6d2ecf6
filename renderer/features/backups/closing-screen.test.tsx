import { act, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
afterEach(() => site.dispose())

/** As the preload posts it to its own page. */
function say(data: unknown, source: MessageEventSource | null = window) {
  act(() => void window.dispatchEvent(new MessageEvent('message', { source, data })))
}

describe('closing the window', () => {
  it('shows over every screen that a backup is made first, how far it is, and how to leave without it', async () => {
    site = await startSite()
    site.lock()
    const { tell, user } = await showPage(site)
    await screen.findByRole('button', { name: 'Unlock' })
    say({ lobule: 'closing' }, null)
    expect(screen.queryByRole('alertdialog')).toBeNull()
    say({ lobule: 'closing' })
    const over = screen.getByRole('alertdialog', { name: /^Backing up before Lobule closes/ })
    expect(over.textContent).toContain('close the window once more')
    const title = within(over).getByRole('heading')
    expect(document.activeElement).toBe(title)
    await user.tab()
    expect(document.activeElement).toBe(title)
    act(() => tell({ event: 'progress', job: crypto.randomUUID(), stage: 'verifying', done: 30, total: 40 }))
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('75')
  })
})
