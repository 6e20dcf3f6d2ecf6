import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { test } from '#test/support/e2e/app.ts'
import { saved } from '#test/support/e2e/saved.ts'
import { openCandidate, panelOf, readToEnd, unlock } from '#test/support/e2e/steps.ts'

test.use({ site: 'sample' })

test('a minor event is recorded in under a minute, by keyboard alone', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-104')
  const { keyboard } = page
  const began = Date.now()
  await page.getByRole('link', { name: 'Safety', exact: true }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Adverse events' })).toBeVisible()
  await page.getByRole('button', { name: 'Record an event' }).focus()
  await keyboard.press('Enter')
  await expect(panelOf(page).getByRole('combobox', { name: /^Event as reported/ })).toBeFocused()
  await keyboard.type('头痛', { delay: 40 })
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await keyboard.type('2026-11-22', { delay: 40 })
  await keyboard.press('Tab')
  await expect(panelOf(page).getByText(/^Mild pain/)).toBeVisible()
  await keyboard.press('1')
  await panelOf(page).getByRole('radio', { name: 'No', exact: true }).first().focus()
  await keyboard.press('Space')
  await keyboard.press('Control+Enter')
  const line = page.getByRole('row', { name: /Headache/ })
  await expect(line).toContainText('Grade 1')
  expect(Date.now() - began).toBeLessThan(60_000)
})

test('a laboratory value offers an event with both grades, and makes none by itself', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await toSafety(page, 'TR-106')
  const offers = page.getByRole('table', { name: 'Graded laboratory values to decide on' })
  const offered = offers.getByRole('row', { name: /376/ })
  await expect(offered).toContainText('Grade 3')
  await offered.getByRole('button', { name: 'Record as event' }).click()
  const panel = panelOf(page)
  await expect(panel.getByRole('radio', { name: /^Grade 3/ })).not.toBeChecked()
  await panel.getByRole('radio', { name: /^Grade 3/ }).check()
  await panel.getByRole('radio', { name: 'No', exact: true }).first().check()
  await panel.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByRole('row', { name: /Aspartate aminotransferase increased/ }).first()).toContainText(
    'Grade 3',
  )
  await expect(offers.getByRole('row', { name: /376/ })).toHaveCount(0)
  const bilirubin = offers.getByRole('row', { name: /109\.6/ })
  await bilirubin.getByRole('button', { name: 'Not clinically significant' }).click()
  await panel.getByRole('textbox', { name: /^Ground/ }).fill('as before the dose, no symptoms')
  await panel.getByRole('textbox', { name: /^Judged on/ }).fill('2026-11-22')
  await panel.getByRole('button', { name: /^Save/ }).click()
  await expect(offers.getByRole('row', { name: /109\.6/ })).toHaveCount(0)
})

test('a serious event from awareness to reported, with its clock', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await toSafety(page, 'TR-105')
  await page.getByRole('button', { name: 'Record an event' }).click()
  const panel = panelOf(page)
  await panel.getByRole('combobox', { name: /^Event as reported/ }).fill('pneumonia')
  await panel.getByRole('textbox', { name: /^Onset/ }).fill('2026-11-20')
  await panel.getByRole('radio', { name: /^Grade 3/ }).check()
  await panel.getByRole('radio', { name: 'Yes', exact: true }).first().check()
  await panel.getByRole('checkbox', { name: /^Hospitalisation/ }).check()
  await panel.getByRole('button', { name: 'Now' }).click()
  await panel.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('link', { name: 'pneumonia' }).first().click()
  const event = page.getByRole('article', { name: 'Adverse event' })
  await expect(event.getByText(/Sponsor: .*left/)).toBeVisible()
  await goTo(page, '/work')
  await expect(
    page
      .getByRole('main')
      .getByText(/Sponsor: .*left/)
      .first(),
  ).toBeVisible()
  await page.goBack()

  await page.getByRole('button', { name: 'Record a report' }).click()
  await panel.getByRole('radio', { name: /^Sponsor$/i }).check()
  await panel.getByRole('radio', { name: /initial/i }).check()
  await panel.getByRole('textbox', { name: /^Recipient/ }).fill('safety desk (invented)')
  await panel.getByRole('textbox', { name: /^How it was sent/ }).fill('portal')
  await panel.getByRole('button', { name: 'Now' }).click()
  const chooser = page.waitForEvent('filechooser')
  await panel.getByRole('button', { name: 'Another file…' }).click()
  await (await chooser).setFiles({
    name: 'sae.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('sent'),
  })
  await expect(panel.getByText(SENT)).toBeVisible()
  await panel.getByRole('button', { name: /^Save/ }).click()
  await expect(event.getByText('Sponsor: reported in time')).toBeVisible()
})

test('[E6] causality is judged and signed, ends with a corrected dose, and is signed again', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await toSafety(page, 'TR-105')
  await page
    .getByRole('link', { name: /^fever/ })
    .first()
    .click()
  await page.getByRole('link', { name: /sign/i }).first().click()
  await sign(page)
  await toSafety(page, 'TR-105')
  await page
    .getByRole('link', { name: /^fever/ })
    .first()
    .click()
  const causality = page.getByRole('region', { name: 'Causality of this event' })
  await expect(causality.getByText('Signed', { exact: true })).toBeVisible()
  await correctDose(page)
  await toSafety(page, 'TR-105')
  await page
    .getByRole('link', { name: /^fever/ })
    .first()
    .click()
  await expect(causality.getByText('No longer covers current data')).toBeVisible()
  await expect(causality.getByText(/09:40/).first()).toBeVisible()
  await causality.getByRole('link', { name: /sign again/i }).click()
  await sign(page)
})

test('the board of dose-limiting toxicity with a definition, and without one', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await goTo(page, '/safety?part=overview&protocol=NCT07413549')
  const board = page.getByRole('region', { name: /dose-limiting/i })
  await expect(board.getByRole('row', { name: /Cohort 1/ })).toBeVisible()
  await goTo(page, '/safety?part=overview&protocol=NCT05106972')
  await expect(board.getByRole('row', { name: /Cohort/ })).toHaveCount(0)
  await expect(board).toContainText('neither a definition')
})

test('the report of a serious event is made, signed, exported and verified', async ({ app, hostName }) => {
  const { page } = app
  await unlock(page)
  await toSafety(page, 'TR-102')
  await page
    .getByRole('link', { name: /^hepatic encephalopathy/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Serious adverse event report' }).click()
  await page.getByRole('button', { name: 'Keep it in the site file' }).click()
  await page.getByRole('button', { name: 'Review and sign' }).click()
  await readDocument(page)
  await sign(page, /Authorship/)
  const button = page.getByRole('button', { name: 'Export PDF' })
  const file = await saved({ app, hostName, button, name: 'sae.pdf', whole: /%%EOF\s*$/ })
  await goTo(page, '/verify')
  await page.locator('input[type=file][accept*=pdf]').setInputFiles(file)
  await expect(page.getByText(/Unchanged since signed/).first()).toBeVisible({ timeout: 30_000 })
})

test('the listing of events goes out as a file, and reads in Chinese too', async ({ app, hostName }) => {
  const { page } = app
  await unlock(page)
  await goTo(page, '/safety')
  const button = page.getByRole('button', { name: 'Listing as CSV' })
  const file = await saved({ app, hostName, button, name: 'events.csv', whole: /\n$/ })
  const lines = (await readFile(file, 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(11)
  await goTo(page, '/settings/appearance')
  await page.getByText('中文', { exact: false }).first().click()
  await goTo(page, '/safety')
  await expect(page.getByRole('row', { name: /乏力/ })).toContainText('TR-104')
})

/** To the end of its last page. */
async function readDocument(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /Page 1 of \d+/ })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('region', { name: /^Serious adverse event report/ }).focus()
  await page.keyboard.press('End')
}

/** SHA-256 of the bytes "sent". */
const SENT = '7afbb3347fb7252e533d58d99d72d9106fc6fdb3f30df23fa70b764c15ac42c5'

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(place => {
    location.hash = place
  }, hash)
}

async function toSafety(page: Page, screeningNumber: string): Promise<void> {
  await openCandidate(page, screeningNumber)
  await page.getByRole('link', { name: 'Safety', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Adverse events' })).toBeVisible()
}

/** Reads the record to its end and signs it. */
async function sign(page: Page, meaning = /Causality assessment/): Promise<void> {
  await readToEnd(page)
  const ceremony = page.getByRole('form', { name: 'Sign' })
  const login = ceremony.getByRole('textbox', { name: 'Login name' })
  await ceremony.getByRole('radio', { name: meaning }).check()
  if (await login.isVisible()) await login.fill(SAMPLE_LOGIN.loginName)
  await ceremony.getByRole('textbox', { name: 'Password', exact: true }).fill(SAMPLE_LOGIN.password)
  await ceremony.getByRole('button', { name: /^Sign/ }).click()
  await expect(page.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible({ timeout: 30_000 })
}

/** The infusion began twenty minutes later than was charted. */
async function correctDose(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Chart', exact: true }).click()
  await page.getByRole('button', { name: 'Dose', exact: true }).first().click()
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'Correct' }).click()
  await panel
    .getByRole('textbox', { name: /^Start of the infusion|Infusion start/i })
    .fill('2026-10-28 09:40')
  await panel.getByRole('textbox', { name: /^Reason/ }).fill('read from the pump')
  await panel.getByRole('button', { name: /^Save/ }).click()
  // Dosed before this site signed anything.
  const deviation = page.getByRole('dialog')
  await deviation.getByRole('textbox', { name: /^Why it happened/ }).fill('dosed before the site used Lobule')
  await deviation.getByRole('textbox', { name: /^Login name/ }).fill('coordinator')
  await deviation.getByRole('textbox', { name: /^Password/ }).fill(SAMPLE_LOGIN.password)
  await deviation.getByRole('button', { name: /^Record/ }).click()
  await expect(deviation).toHaveCount(0)
}
