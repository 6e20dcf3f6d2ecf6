import { rmSync, truncateSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupBeside, backupOf } from '#test/support/backup-of.ts'
import { PASSWORD, startEngine, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

type User = Awaited<ReturnType<typeof showPage>>['user']

/** A backup with one candidate, then another candidate that it has not; locked. */
async function withLaterWork() {
  await site.api.patients.register({ screeningNumber: 'S-001', initials: 'WXM', sex: 'male' })
  await backupBeside(site)
  site.clock.advance(3 * 3600)
  await site.api.patients.register({ screeningNumber: 'S-002', initials: 'LHQ', sex: 'female' })
  site.lock()
}

async function reachProof() {
  const page = await showPage(site)
  await page.user.click(await screen.findByRole('button', { name: 'Restore a backup…' }))
  await page.user.click(await screen.findByRole('button', { name: /^Choose 22 Nov 2026/ }))
  return page
}

async function prove(user: User, password = PASSWORD) {
  const login = await screen.findByLabelText(/^Login name/)
  await user.clear(login)
  await user.type(login, 'chen')
  await user.type(screen.getByLabelText(/^Password/), password)
  await user.click(screen.getByRole('button', { name: 'Open and check' }))
}

async function unlock(user: User) {
  await user.type(await screen.findByLabelText(/^Login name/), 'chen')
  await user.type(screen.getByLabelText(/^Password/), PASSWORD)
  await user.click(screen.getByRole('button', { name: 'Unlock' }))
  await screen.findByRole('navigation', { name: 'Areas' }, { timeout: 30_000 })
}

const numbers = async (api = site.api) =>
  (await api.patients.list({})).map(({ screeningNumber }) => screeningNumber)

describe('restoring a backup', () => {
  it('[B1] says what would be lost, replaces only then, and says afterwards what it did', async () => {
    await withLaterWork()
    await site.as('chen')
    site.lock()
    const { user } = await reachProof()
    const chosen = await screen.findByRole('region', { name: 'The backup' })
    expect(within(chosen).getByText('before.lobule')).toBeTruthy()
    await prove(user)

    const title = await screen.findByText(/^\d entries of the audit trail would be lost$/)
    const lost = title.parentElement as HTMLElement
    expect(within(lost).getByText(/22 Nov 2026 05:00/)).toBeTruthy()
    const [first] = within(lost).getAllByRole('listitem')
    expect(first?.textContent).toBe('Candidate added: 1')
    expect(within(lost).getByText('Locked: 2')).toBeTruthy()
    const aside = `${site.directory}.replaced-20261122T050000Z`
    expect(screen.getByText(`The store of now is not deleted. It will lie in ${aside}`)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Restore and replace' }))

    expect(await screen.findByText(/^The backup of 22 Nov 2026 .* was restored$/)).toBeTruthy()
    expect(screen.getByText(`The store that was here before lies in ${aside}.`)).toBeTruthy()
    await unlock(user)
    expect(await screen.findByText(/^A backup was restored/)).toBeTruthy()
    expect(await numbers()).toEqual(['S-001'])
    expect(site.failures).toEqual([])
  })

  it('replaces nothing where somebody thinks better of it', async () => {
    await withLaterWork()
    const { user } = await reachProof()
    await prove(user)
    await user.click(await screen.findByRole('button', { name: 'Do not restore' }))
    expect(await screen.findByRole('table', { name: 'Backups that were found' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    await unlock(user)
    expect(await numbers()).toEqual(['S-001', 'S-002'])
  })

  it('[B3] tells a wrong password, and opens with the recovery key', async () => {
    await withLaterWork()
    const { user } = await reachProof()
    await prove(user, 'not this password')
    expect(await screen.findByText('This does not open the backup')).toBeTruthy()
    expect(screen.getByLabelText(/^Password/)).toHaveProperty('value', '')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Password/)))
    await user.click(screen.getByLabelText('With the recovery key'))
    await user.type(screen.getByLabelText(/^Recovery key/), site.recoveryKey.toLowerCase())
    site.clock.advance(3600)
    await user.click(await screen.findByRole('button', { name: 'Open and check' }, { timeout: 20_000 }))
    expect(await screen.findByRole('button', { name: 'Restore and replace' })).toBeTruthy()
  })

  it('[S2] is the way on where the database is damaged, and says that nobody can tell what is lost', async () => {
    await withLaterWork()
    truncateSync(join(site.directory, 'lobule.db'), 5000)
    const { user } = await showPage(site)
    await user.type(await screen.findByLabelText(/^Login name/), 'chen')
    await user.type(screen.getByLabelText(/^Password/), PASSWORD)
    await user.click(screen.getByRole('button', { name: 'Unlock' }))
    await screen.findByRole('heading', { name: 'The database of this site is damaged' })
    await user.click(screen.getByRole('button', { name: 'Restore a backup…' }))
    await user.click(await screen.findByRole('button', { name: /^Choose 22 Nov 2026/ }))
    await prove(user)
    expect(await screen.findByText('What would be lost cannot be told')).toBeTruthy()
    expect(screen.getByText(/its audit trail went to entry \d+: \d+ more than the backup/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Restore and replace' }))
    await unlock(user)
    expect(await numbers()).toEqual(['S-001'])
  })

  it('[S2] is the way on where the key file is missing', async () => {
    await withLaterWork()
    rmSync(join(site.directory, 'keyring.json'))
    const { user } = await showPage(site)
    await user.click(await screen.findByRole('button', { name: 'Restore a backup…' }))
    await user.click(await screen.findByRole('button', { name: /^Choose 22 Nov 2026/ }))
    await prove(user)
    await user.click(await screen.findByRole('button', { name: 'Restore and replace' }))
    await unlock(user)
    expect(await numbers()).toEqual(['S-001'])
  })

  it('[B1] brings a site to a fresh computer, where nothing is replaced', async () => {
    await site.api.patients.register({ screeningNumber: 'S-001', initials: 'WXM', sex: 'male' })
    const file = join(site.directory, '..', 'stick.lobule')
    await backupOf(site, file)
    const fresh = startEngine(site.clock)
    const { user, container } = await showPage(fresh)
    await user.click(await screen.findByRole('button', { name: /complete copy or a backup/ }))
    const input = container.querySelector('input[type=file]') as HTMLInputElement
    await user.upload(input, new File([await readFile(file)], 'stick.lobule'))
    await prove(user)
    expect(await screen.findByText(/no store on this computer: nothing is replaced/)).toBeTruthy()
    expect(screen.queryByText(/replaced store/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Restore' }))
    await unlock(user)
    expect(await numbers(fresh.api)).toEqual(['S-001'])
    fresh.dispose()
  })

  it('says in Chinese that nothing was found, and what to do', async () => {
    site.lock()
    const { user } = await showPage(site, { language: 'zh-CN' })
    await user.click(await screen.findByRole('button', { name: '恢复备份…' }))
    expect(await screen.findByText(/本机未找到备份/)).toBeTruthy()
    await waitFor(() => expect(screen.getByRole('button', { name: '选择文件' })).toBeTruthy())
  })
})
