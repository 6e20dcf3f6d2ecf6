import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { test } from '#test/support/e2e/app.ts'
import { saved } from '#test/support/e2e/saved.ts'
import { openCandidate, unlock } from '#test/support/e2e/steps.ts'
import { Unavailable } from '#test/support/electron/cache.ts'
import { spawnLobule } from '#test/support/spawn-lobule.ts'

test.use({ site: 'sample' })

const filesFolder = join(import.meta.dirname, '../../resources/samples/files')
/** An archive is whole once its directory stands at the end. */
const WHOLE_ZIP = /PK[\s\S]{20}$/

test('a month of results comes in from a GB18030 file, with a mapping that is corrected, and is undone', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await goTo(page, '/imports/new')
  await choose(page, 'Choose files', 'lis-2026-11.csv')
  await expect(page.getByText('Text table')).toBeVisible()
  await page.getByRole('combobox', { name: /^Laboratory or department/ }).click()
  await page.getByRole('option', { name: /^Lantern Bay/ }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('combobox', { name: 'Characters' })).toHaveValue(/GB18030/)
  await page.getByRole('button', { name: 'Confirm and check' }).click()
  await expect(page.getByText('Dry run: nothing is charted yet')).toBeVisible()
  const why = page.getByRole('row', { name: /row 100/ })
  await expect(why).toContainText('HbA1c')

  await page.getByRole('button', { name: 'Back to the mapping' }).click()
  await page.getByRole('combobox', { name: 'What “HbA1c” is' }).click()
  await page.getByRole('option', { name: 'Left out on purpose' }).click()
  await page.getByRole('button', { name: 'Save the mapping' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save the mapping' }).click()
  await page.getByRole('button', { name: 'Confirm and check' }).click()
  await expect(page.getByText('Dry run: nothing is charted yet')).toBeVisible()
  await expect(why).toHaveCount(0)
  await expect(page.getByRole('row', { name: /row 102/ })).toContainText('2026/11/31')

  const slips = page.getByRole('region', { name: '2 results to be asked about' })
  await expect(slips).toContainText('0.067 µmol/L')
  await slips.getByRole('button', { name: 'Leave out all that are not answered' }).click()
  await page.getByRole('radio', { name: 'Correct them by the file' }).check()
  await page.getByRole('textbox', { name: /^Reason for the corrections/ }).fill('corrected by the laboratory')
  await page.getByRole('button', { name: /^Take \d+ results/ }).click()
  await expect(page.getByText('The results are on the charts')).toBeVisible()

  await openCandidate(page, 'TR-101')
  await page.getByRole('link', { name: 'Chart', exact: true }).click()
  await expect(page.getByText('24 Nov 2026').first()).toBeVisible()
  await goTo(page, '/imports')
  await page.getByRole('button', { name: /^Undo the import of lis-2026-11\.csv/ }).click()
  const undo = page.getByRole('dialog')
  await undo.getByRole('textbox', { name: /^Reason/ }).fill('taken into the wrong site')
  await undo.getByRole('button', { name: 'Undo the import' }).click()
  const line = page.getByRole('row', { name: /lis-2026-11/ })
  await expect(line).toContainText('75 results retracted')
  await expect(line).toContainText('1 put back')
  await openCandidate(page, 'TR-101')
  await page.getByRole('link', { name: 'Chart', exact: true }).click()
  await expect(page.getByText('17 Nov 2026').first()).toBeVisible()
  await expect(page.getByText('24 Nov 2026')).toHaveCount(0)
})

test('[C3] a photographed report is attached to a chart as a certified copy', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-102')
  await page.getByRole('link', { name: 'Chart', exact: true }).click()
  await page.getByRole('button', { name: 'Attach a scanned report' }).first().click()
  const dialog = page.getByRole('dialog')
  await choose(page, 'Choose a file', 'doppler-tr-102.jpg')
  await dialog
    .getByRole('textbox', { name: /^What the report is/ })
    .fill('Doppler ultrasound of the portal vein')
  await dialog.getByRole('textbox', { name: /^Date on the report/ }).fill('2026-11-23')
  await dialog.getByRole('textbox', { name: /^Where the original is kept/ }).fill('patient file (invented)')
  const certify = dialog.getByRole('button', { name: 'Certify the copy' })
  await certify.click()
  await expect(dialog.getByText('Compare the copy with its original, then confirm it.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: /^I compared this copy/ }).check()
  await certify.click()
  await page
    .getByRole('button', { name: /^Open the copy “Doppler ultrasound/ })
    .first()
    .click()
  await expect(dialog.getByRole('img', { name: /^The copy “Doppler ultrasound/ })).toBeVisible()
  await expect(dialog).toContainText('patient file (invented)')
})

test('[C4] a dossier is signed and handed over, and a stranger verifies it without Lobule', async ({
  app,
  hostName,
}) => {
  const { page } = app
  await unlock(page)
  await goTo(page, '/exports/new?format=dossier')
  await page.getByRole('textbox', { name: /^Why, and for whom/ }).fill('inspection of the site (invented)')
  await page.getByRole('button', { name: 'Prepare', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inspection dossier' })).toBeVisible({
    timeout: 120_000,
  })
  await page.getByRole('link', { name: 'Review and sign' }).click()
  await signDocument(page)
  await page.getByRole('link', { name: 'Go on: take the export' }).click()
  const button = page.getByRole('button', { name: 'Save the ZIP' })
  const zip = await saved({ app, hostName, button, name: 'dossier.zip', whole: WHOLE_ZIP })
  await expect(page.getByText(/was saved/)).toBeVisible()

  await goTo(page, '/verify')
  const input = page.locator('input[type=file][accept*=zip]').first()
  await input.setInputFiles(zip)
  await expect(page.getByText(/^All of it is as it was signed/)).toBeVisible({ timeout: 60_000 })
  const broken = await readFile(zip)
  // The files lie in it as they are, so that one byte is one byte of one of them.
  const at = broken.indexOf('%PDF-') + 200
  broken[at] = (broken[at] ?? 0) ^ 1
  const changed = join(app.dataFolder, 'changed.zip')
  await writeFile(changed, broken)
  await input.setInputFiles(changed)
  await expect(page.getByText('Not confirmed').first()).toBeVisible({ timeout: 60_000 })

  const stranger = await spawnLobule(['verify', zip])
  expect(stranger.out).toContain('there is no other')
  expect(stranger.out).not.toContain('✗')
  const told = await spawnLobule(['verify', changed])
  expect(told.code).toBe(1)
  expect(told.out).toContain('✗')
})

test('[C1] a complete copy opens on a fresh computer with the same record', async ({
  app,
  host,
  hostName,
}) => {
  const { page } = app
  await unlock(page)
  await goTo(page, '/exports')
  await page.getByRole('button', { name: 'Complete copy…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Why, and where it goes/ }).fill('new computer (invented)')
  const button = dialog.getByRole('button', { name: 'Make and save the copy' })
  const copy = await saved({ app, hostName, button, name: 'site.lobule', whole: WHOLE_ZIP })
  expect((await readFile(copy)).includes('TR-101')).toBe(false)

  if (host instanceof Unavailable) throw host
  const folder = await mkdtemp(join(tmpdir(), 'lobule-e2e-'))
  const fresh = await host.start(folder, 'none')
  try {
    await fresh.page.getByRole('button', { name: /^Open the complete copy/ }).click()
    await fresh.page.locator('input[type=file]').setInputFiles(copy)
    await expect(fresh.page.getByText(/^The copy is whole/)).toBeVisible({ timeout: 60_000 })
    await fresh.page.getByRole('button', { name: 'Make it the store of this computer' }).click()
    await unlock(fresh.page)
    await openCandidate(fresh.page, 'TR-101')
  } finally {
    await fresh.close()
    await rm(folder, { recursive: true, force: true })
  }
})

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = to
  }, path)
}

async function choose(page: Page, button: string, name: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button }).click()
  await (await chooser).setFiles(join(filesFolder, name))
}

/** Reads the manifest to its end and signs it as its author. */
async function signDocument(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /Page 1 of \d+/ })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('region', { name: /^Manifest/ }).focus()
  await page.keyboard.press('End')
  const ceremony = page.getByRole('form', { name: 'Sign' })
  const login = ceremony.getByRole('textbox', { name: 'Login name' })
  await ceremony.getByRole('radio', { name: /Authorship/ }).check()
  if (await login.isVisible()) await login.fill(SAMPLE_LOGIN.loginName)
  await ceremony.getByRole('textbox', { name: 'Password', exact: true }).fill(SAMPLE_LOGIN.password)
  await ceremony.getByRole('button', { name: /^Sign/ }).click()
  await expect(page.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible({ timeout: 30_000 })
}
