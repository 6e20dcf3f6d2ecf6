import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { test as base } from '#test/support/e2e/app.ts'
import { openCandidate, passwordOf, unlock } from '#test/support/e2e/steps.ts'
import { newStick, type Stick } from '#test/support/e2e/stick.ts'
import { Unavailable } from '#test/support/electron/cache.ts'

const test = base.extend<{ stick: Stick }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  stick: async ({}, use) => {
    const stick = await newStick()
    await use(stick)
    await stick.dispose()
  },
})

test.use({ site: 'sample' })

test('[B1] backed up to a stick, the laptop lost, and restored on a fresh one with the same record', async ({
  app,
  host,
  stick,
}) => {
  const { page } = app
  await unlock(page)
  await backUpTo(page, stick)
  const [backup = ''] = await stick.files()

  if (host instanceof Unavailable) throw host
  const folder = await mkdtemp(join(tmpdir(), 'lobule-e2e-'))
  const fresh = await host.start(folder, 'none')
  try {
    await fresh.page.getByRole('button', { name: /^Open the complete copy or a backup/ }).click()
    await fresh.page.locator('input[type=file]').setInputFiles(join(stick.folder, backup))
    await openAndCheck(fresh.page)
    await expect(
      fresh.page.getByText('There is no store on this computer: nothing is replaced'),
    ).toBeVisible()
    await fresh.page.getByRole('button', { name: 'Restore', exact: true }).click()
    await expect(fresh.page.getByText(/^The backup of .* was restored/)).toBeVisible({ timeout: 60_000 })
    await unlock(fresh.page)
    await openCandidate(fresh.page, 'TR-101')
  } finally {
    await fresh.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('[B1] an older backup shows what would be lost before it replaces the store, and the gap stays visible', async ({
  app,
  stick,
}) => {
  const { page } = app
  await unlock(page)
  await backUpTo(page, stick)
  await noteLater(page)
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Restore a backup…' }).click()
  await page
    .getByRole('button', { name: /^Choose \d/ })
    .first()
    .click()
  await openAndCheck(page)
  await expect(page.getByText(/entries of the audit trail would be lost/)).toBeVisible()
  await page.getByRole('button', { name: 'Restore and replace' }).click()
  await expect(page.getByText(/^The backup of .* was restored/)).toBeVisible({ timeout: 60_000 })
  await unlock(page)
  await expect(page.getByText(/^A backup was restored\./)).toBeVisible()
  await goTo(page, '/trail')
  await page.getByRole('button', { name: 'Verify the trail' }).click()
  await expect(page.getByText(/The trail is whole: [\d,]+ entries/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Backup restored').first()).toBeVisible()
})

test('[B1] a restore is practised, and its result stands with who and when', async ({ app, stick }) => {
  const { page } = app
  await unlock(page)
  await backUpTo(page, stick)
  await page
    .getByRole('button', { name: /^Practise a restore/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(SAMPLE_LOGIN.password)
  await dialog.getByRole('button', { name: 'Restore and compare' }).click()
  await expect(dialog.getByText('It would have worked: the backup restores completely')).toBeVisible({
    timeout: 60_000,
  })
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  const drills = page.getByRole('region', { name: /Restore drill/i })
  await expect(drills).toContainText('Sample investigator (training)')
})

test('a stick that was pulled out is said in the bar, stands in nobody’s way, and the last good backup stays', async ({
  app,
  stick,
}) => {
  const { page } = app
  await unlock(page)
  await backUpTo(page, stick)
  const before = await stick.files()
  await stick.pullOut()
  await page.getByRole('button', { name: 'Back up now' }).click()
  const bar = page.getByRole('banner')
  await expect(bar.getByText('Backup folder not there')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openCandidate(page, 'TR-101')
  await expect(bar.getByText(/^last good/)).toBeVisible()
  await stick.plugIn()
  expect(await stick.files()).toEqual(before)
  await goTo(page, '/backups')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(bar.getByText(/^Backed up/)).toBeVisible({ timeout: 60_000 })
  // The latest of a day is kept, so that the one of before went once the new one was verified.
  const after = await stick.files()
  expect(after).toHaveLength(before.length)
  expect(after).not.toEqual(before)
})

/** Chooses the stick as somebody does the first time: the first backup is due at once. */
async function backUpTo(page: Page, { folder }: Stick): Promise<void> {
  await goTo(page, '/backups')
  await page.getByRole('button', { name: 'Choose where' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Folder/ }).fill(folder)
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('stick in the safe (invented)')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('banner').getByText(/^Backed up/)).toBeVisible({ timeout: 60_000 })
}

/** Opens the chosen backup beside the store, and waits until all of it was read. */
async function openAndCheck(page: Page): Promise<void> {
  await page.getByLabel('Login name').fill(SAMPLE_LOGIN.loginName)
  await passwordOf(page).fill(SAMPLE_LOGIN.password)
  await page.getByRole('button', { name: 'Open and check' }).click()
  await expect(page.getByRole('heading', { name: 'What restoring would mean' })).toBeVisible({
    timeout: 60_000,
  })
}

/** Something that the backup does not have: it takes the trail on. */
async function noteLater(page: Page): Promise<void> {
  await goTo(page, '/settings/site')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = to
  }, path)
}
