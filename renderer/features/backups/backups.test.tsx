import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import type { BackupSettings } from '#shared/api/backups.ts'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
/** Stands for what is plugged into this computer. */
let home: string
let stick: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lobule-home-'))
  stick = join(home, 'U盘 2')
  mkdirSync(stick)
  vi.stubEnv('HOME', home)
})
afterEach(() => {
  site.dispose()
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

const SLOW = 60_000

async function siteWithFolder(settings: Partial<BackupSettings> = {}) {
  site = await startSite()
  const keep = { days: 7, weeks: 4, months: 6 }
  await site.api.backups.configure({
    ...{ expectedVersion: 0, reason: 'As the site decided' },
    settings: { folder: stick, everyHours: null, onClosing: false, keep, ...settings },
  })
}

async function backedUp() {
  await site.api.backups.start({})
  await waitFor(async () => expect((await site.api.backups.status({})).running).toBeNull(), {
    timeout: 20_000,
  })
}

type Page = Awaited<ReturnType<typeof showPage>>

/** The page hears as a window does that the backups changed. */
async function heardWhenDone({ tell }: Page) {
  await waitFor(async () => expect((await site.api.backups.status({})).running).toBeNull(), {
    timeout: 20_000,
  })
  tell({ event: 'backups' })
}

describe('backups', () => {
  it(
    '[B1] are missed on every screen until a folder is chosen with a reason and one is made',
    async () => {
      site = await startSite()
      const page = await showPage(site, { at: '/about' })
      const { user } = page
      await user.click(await screen.findByRole('link', { name: 'No backup yet' }))
      expect(await screen.findByText(/everything in Lobule is lost with it/)).toBeTruthy()
      expect(screen.getByRole('button', { name: 'Back up now' })).toHaveProperty('disabled', true)

      await user.click(screen.getByRole('button', { name: 'Choose where' }))
      const dialog = within(await screen.findByRole('dialog'))
      await user.click(dialog.getByRole('button', { name: 'Save' }))
      expect(dialog.getByText(/Choose a folder, or type/)).toBeTruthy()
      const disks = within(dialog.getByRole('region', { name: 'Folders' }))
      await user.click(await disks.findByRole('button', { name: /^lobule-home-/ }))
      await user.click(await disks.findByRole('button', { name: /^U盘 2/ }))
      await disks.findByText('No folder in here.')
      expect(document.activeElement?.textContent).toBe(stick)
      await user.click(disks.getByRole('button', { name: 'Use this folder' }))
      expect(dialog.getByLabelText(/^Folder/)).toHaveProperty('value', stick)
      await user.type(dialog.getByLabelText(/^Reason/), 'Stick in the safe')
      await user.click(dialog.getByRole('button', { name: 'Save' }))
      expect(
        await screen.findByText(/The latest of each of the last 7 days, 4 weeks and 6 months/),
      ).toBeTruthy()

      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
      await user.click(screen.getByRole('button', { name: 'Back up now' }))
      await heardWhenDone(page)
      expect(await screen.findByRole('link', { name: /^Backed up just now/ })).toBeTruthy()
      const [fileName = 'no file'] = readdirSync(stick)
      const history = within(screen.getByRole('region', { name: 'Backups of this store' }))
      expect(await history.findByText(fileName)).toBeTruthy()
      expect(history.getByText('In the folder')).toBeTruthy()
    },
    SLOW,
  )

  it(
    '[B1] say that a stick is not there, with what to do, and nothing else stops',
    async () => {
      await siteWithFolder()
      await backedUp()
      renameSync(stick, `${stick} away`)
      const { user } = await showPage(site, { at: '/backups' })
      await user.click(await screen.findByRole('button', { name: 'Back up now' }))
      const mark = await screen.findByRole('link', { name: /^Backup folder not there/ })
      expect(mark.textContent).toContain('last good just now')
      const standing = within(screen.getByRole('region', { name: 'How it stands' }))
      expect(standing.getByText(/plug the disk or stick in/)).toBeTruthy()
      expect(standing.getByText('The last good backup is untouched.')).toBeTruthy()
      expect(
        standing.getByText(/^A stick that cannot be found: tell the principal investigator/),
      ).toBeTruthy()
      expect(await screen.findByText('Not there now')).toBeTruthy()
      await site.api.patients.register({ screeningNumber: 'S-007', initials: 'LHM', sex: 'male' })
    },
    SLOW,
  )

  it('grow old by the engine’s clock, and say so', async () => {
    await siteWithFolder({ everyHours: 24 })
    await backedUp()
    site.clock.advance(3 * 86_400)
    await showPage(site, { at: '/backups' })
    expect(await screen.findByRole('link', { name: 'Last backup 3 days ago' })).toBeTruthy()
    expect(screen.getByText('It should not be older than a day.')).toBeTruthy()
  })

  it('are not configured with numbers that cannot be kept, or without a change', async () => {
    await siteWithFolder()
    const { user } = await showPage(site, { at: '/backups' })
    await user.click(await screen.findByRole('button', { name: 'Change' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText(/^Reason/), 'More')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(dialog.getByText('Nothing was changed.')).toBeTruthy()
    await user.clear(dialog.getByLabelText('Days'))
    await user.type(dialog.getByLabelText('Days'), '61')
    expect(dialog.getByText('From 1 to 60.')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await site.api.backups.status({})).toMatchObject({ version: 1 })
    await user.clear(dialog.getByLabelText('Days'))
    await user.type(dialog.getByLabelText('Days'), '14')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/the last 14 days/)).toBeTruthy()
    const change = screen.getByRole('button', { name: 'Change' })
    await waitFor(() => expect(document.activeElement).toBe(change))
  })

  it('[U2] are seen by a monitor, who makes, changes and practises none', async () => {
    await siteWithFolder()
    await backedUp()
    await site.addUser('monitor')
    await site.as('monitor')
    await showPage(site, { at: '/backups' })
    expect(await screen.findByText('In the folder')).toBeTruthy()
    for (const name of ['Back up now', 'Change', /^Practise/])
      expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('link', { name: /another key/ })).toBeNull()
  })

  it('are begun by key from every screen', async () => {
    await siteWithFolder()
    const { user } = await showPage(site, { at: '/about' })
    await screen.findByRole('navigation')
    await user.keyboard('{Control>}{Alt>}u{/Alt}{/Control}')
    expect(await screen.findByText(/A backup has begun/)).toBeTruthy()
    await waitFor(async () => expect(await site.api.backups.list({})).toHaveLength(1), { timeout: 20_000 })
  })

  it('are in Chinese for those who read Chinese', async () => {
    await siteWithFolder()
    await backedUp()
    await showPage(site, { language: 'zh-CN', at: '/backups' })
    expect(await screen.findByRole('link', { name: '刚刚已备份' })).toBeTruthy()
    expect(await screen.findByText('在文件夹中')).toBeTruthy()
  })
})

describe('a restore drill', () => {
  it(
    '[B1] is done with the own password, and its result is read and kept',
    async () => {
      await siteWithFolder()
      await backedUp()
      const { user } = await showPage(site, { at: '/backups' })
      expect(await screen.findByText(/No restore was practised yet/)).toBeTruthy()
      await user.click(await screen.findByRole('button', { name: /^Practise a restore of/ }))
      const dialog = within(await screen.findByRole('dialog'))
      await user.type(dialog.getByLabelText(/^Your password/), 'not my password')
      await user.click(dialog.getByRole('button', { name: 'Restore and compare' }))
      expect(await dialog.findByText('The password does not open the backup')).toBeTruthy()
      site.clock.advance(600)
      const field = dialog.getByLabelText(/^Your password/)
      expect(field).toHaveProperty('value', '')
      expect(document.activeElement).toBe(field)
    },
    SLOW,
  )

  it(
    '[B1] says that it would have worked, and stands in the list with who did it',
    async () => {
      await siteWithFolder()
      await backedUp()
      const { user } = await showPage(site, { at: '/backups' })
      await user.click(await screen.findByRole('button', { name: /^Practise a restore of/ }))
      const dialog = within(await screen.findByRole('dialog'))
      await user.type(dialog.getByLabelText(/^Your password/), PASSWORD)
      await user.click(dialog.getByRole('button', { name: 'Restore and compare' }))
      expect(await dialog.findByText(/It would have worked/, {}, { timeout: 20_000 })).toBeTruthy()
      const trail = within(dialog.getByRole('row', { name: /Audit trail/ }))
      expect(trail.getByText('the same')).toBeTruthy()
      expect(
        within(dialog.getByRole('row', { name: /Imported originals/ })).getByText('none there'),
      ).toBeTruthy()
      await user.click(dialog.getAllByRole('button', { name: 'Close' }).at(-1) ?? dialog.getByRole('button'))
      const drills = within(screen.getByRole('region', { name: 'Restore drills' }))
      expect(await drills.findByText('Restores')).toBeTruthy()
      expect(drills.getByText('Chen Wei')).toBeTruthy()
    },
    SLOW,
  )
})
