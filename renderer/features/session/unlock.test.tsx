import { rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite | undefined
afterEach(() => site?.dispose())

async function showLocked() {
  site = await startSite()
  site.lock()
  const page = await showPage(site)
  const unlock = async (password: string) => {
    const field = screen.getByLabelText(/^Password/)
    await page.user.clear(field)
    await page.user.type(field, password)
    await page.user.click(screen.getByRole('button', { name: /^Unlock$/ }))
  }
  await page.user.type(await screen.findByLabelText(/^Login name/), 'chen')
  return { ...page, site, unlock }
}

describe('the unlock screen', () => {
  it('opens with the right password and tells of attempts that failed before', async () => {
    const { unlock } = await showLocked()
    await unlock('not this password')
    expect(await screen.findByText(/do not open the store/)).toBeTruthy()
    await unlock(PASSWORD)
    expect(await screen.findByText(/1 failed attempt to log in/)).toBeTruthy()
    expect(document.body.textContent).not.toContain(PASSWORD)
  })

  it('[U3] forgets a wrong password, counts the wait down in seconds and refuses until it is over', async () => {
    const { unlock } = await showLocked()
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (screen.queryByRole('button', { name: /^Wait/ })) break
      await unlock('not this password')
      await screen.findByRole('alert')
      expect(screen.getByLabelText(/^Password/)).toHaveProperty('value', '')
    }
    const waiting = await screen.findByRole('button', { name: /^Wait \d+ seconds?$/ })
    expect(waiting).toHaveProperty('disabled', true)
    const first = Number(/\d+/.exec(waiting.textContent ?? '')?.[0])
    await waitFor(
      () => {
        const now = screen.getByRole('button', { name: /^(?:Wait|Unlock)/ }).textContent ?? ''
        expect(Number(/\d+/.exec(now)?.[0] ?? 0)).toBeLessThan(first)
      },
      { timeout: 3000 },
    )
  })

  it('says why it locked, and that Caps Lock is on', async () => {
    const { tell, site, unlock } = await showLocked()
    await unlock(PASSWORD)
    await screen.findByRole('button', { name: 'Lock' })
    site.lock()
    tell({ event: 'locked', cause: 'idle' })
    expect(await screen.findByText(/nobody was at the keyboard/)).toBeTruthy()
    fireEvent.keyDown(screen.getByLabelText(/^Password/), { key: 'A', modifierCapsLock: true })
    expect(screen.getByText('Caps Lock is on.')).toBeTruthy()
  })

  it('[B3] opens with the recovery key and a new password; a slip of the finger is told', async () => {
    const { user, site } = await showLocked()
    await user.click(screen.getByRole('button', { name: /Password forgotten/ }))
    const key = screen.getByLabelText(/^Recovery key/)
    const swapped = `${site.recoveryKey.slice(0, -1)}${site.recoveryKey.endsWith('0') ? '1' : '0'}`
    await user.type(key, swapped)
    await user.type(screen.getByLabelText(/^Login name/), 'chen')
    await user.type(screen.getByLabelText(/^New password/), 'quite another password')
    await user.type(screen.getByLabelText(/^The same password again/), 'quite another password')
    const open = screen.getByRole('button', { name: 'Unlock and set the password' })
    await user.click(open)
    expect(await screen.findByText(/The key was mistyped/)).toBeTruthy()

    await user.clear(key)
    await user.type(key, site.recoveryKey.toLowerCase().replaceAll('-', ' '))
    await user.click(open)
    expect(await screen.findByText('Chen Wei')).toBeTruthy()
    site.lock()
    const opened = await site.api.session.unlock({ loginName: 'chen', password: 'quite another password' })
    expect(opened.user.loginName).toBe('chen')
  })

  it('[S2] says what is missing of a store, and where, and creates nothing', async () => {
    site = await startSite()
    site.lock()
    rmSync(join(site.directory, 'keyring.json'))
    await showPage(site)
    expect(await screen.findByRole('heading', { name: 'The key file of this site is missing' })).toBeTruthy()
    expect(await screen.findByText(site.directory)).toBeTruthy()
    expect(await site.api.site.status({})).toEqual({ state: 'incomplete', missing: 'keyring' })
  })

  it('[S2] tells a damaged database from a wrong password', async () => {
    const { unlock, site } = await showLocked()
    truncateSync(join(site.directory, 'lobule.db'), 5000)
    await unlock(PASSWORD)
    expect(await screen.findByRole('heading', { name: 'The database of this site is damaged' })).toBeTruthy()
    expect(screen.getByText(/stopped before anything was read from it, and changed nothing/)).toBeTruthy()
  })

  it('fills in the login of a role of the sample site', async () => {
    site = await startSite()
    site.lock()
    const { api } = site
    const info = async () => ({ ...(await api.app.info({})), sample: true })
    const { user } = await showPage({ api: { ...api, app: { info } } })
    await user.click(await screen.findByRole('button', { name: 'Fill in: Monitor' }))
    expect(screen.getByLabelText(/^Login name/)).toHaveProperty('value', 'monitor')
    expect(screen.getByLabelText(/^Password/)).toHaveProperty('value', SAMPLE_LOGIN.password)
  })
})
