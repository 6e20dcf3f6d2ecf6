import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { type App, test, type WorkerSettings } from '#test/support/e2e/app.ts'
import { saved } from '#test/support/e2e/saved.ts'
import { answerOf, openCandidate, readToEnd, unlock } from '#test/support/e2e/steps.ts'

test.use({ site: 'sample' })

const FULL = 'NCT05106972'

test('[E1] [E4] [E7] sign off an eligible candidate, file the PDF and find it valid, a changed copy not', async ({
  app,
  hostName,
}) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-004')
  await signOffOf(page, FULL).getByRole('link', { name: 'Review and sign' }).click()
  const ceremony = page.getByRole('form', { name: 'Sign' })
  await expect(ceremony.getByRole('textbox', { name: 'Password', exact: true })).toBeDisabled()
  await readToEnd(page)
  await expect(ceremony.getByRole('textbox', { name: 'Login name' })).toHaveValue('')
  await expect(ceremony.getByRole('radio', { name: /Eligibility approval/ })).not.toBeChecked()
  await ceremony.getByRole('radio', { name: /Eligibility approval/ }).check()
  await proveWith(page, 'not the password', SAMPLE_LOGIN.loginName)
  await expect(page.getByText('Login name and password are not yours.')).toBeVisible()
  await proveWith(page, SAMPLE_LOGIN.password)
  await expect(page.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible()
  const file = await exported(app, hostName)
  await verify(page, file)
  await expect(page.getByText(/Unchanged since signed by Sample investigator \(training\)/)).toBeVisible()
  await expect(page.getByText(/issued under the site certificate given/)).toBeVisible()
  const bytes = await readFile(file)
  await verify(page, {
    name: 'appended.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.concat([bytes, Buffer.from('one more thing')]),
  })
  await expect(page.getByText(/14 bytes were added after the last signature/)).toBeVisible()
})

test('[E1] the second signature of a session asks for the password, the first after a lock for both', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  const asks = () => page.getByRole('form', { name: 'Sign' }).getByRole('textbox', { name: 'Login name' })
  await openCandidate(page, 'TR-009')
  await sign(page, FULL, /Screen failure/, SAMPLE_LOGIN.loginName)
  await openCandidate(page, 'TR-010')
  await signOffOf(page, FULL).getByRole('link', { name: 'Review and sign' }).click()
  await readToEnd(page)
  await expect(asks()).toHaveCount(0)
  await page.keyboard.press('Control+l')
  await unlock(page)
  await readToEnd(page)
  await expect(asks()).toBeVisible()
})

test('[E6] what was signed and overtaken shows it, with old and new value, and is signed again', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-005')
  const state = signOffOf(page, FULL)
  await expect(state.getByText('No longer covers current data')).toBeVisible()
  await expect(state.getByText('entered later')).toBeVisible()
  await expect(state.getByText('The verdict would be another:')).toBeVisible()
  await state.getByRole('link', { name: 'Review and sign again' }).click()
  await readToEnd(page)
  await page.getByRole('radio', { name: /Screen failure/ }).check()
  await proveWith(page, SAMPLE_LOGIN.password, SAMPLE_LOGIN.loginName)
  await expect(page.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible()
  await openCandidate(page, 'TR-005')
  await expect(signOffOf(page, FULL).getByText('Signed', { exact: true })).toBeVisible()
})

test('[E2] a sub-investigator’s decision waits in the work list until it is countersigned', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: /To do/ }).click()
  const line = page.getByRole('listitem').filter({ hasText: 'TR-003' }).first()
  await expect(line.getByText(/Sample sub-investigator \(training\), Sub-investigator, .+UTC/)).toBeVisible()
  await line.getByRole('link', { name: 'Countersign' }).click()
  await readToEnd(page)
  await page.getByRole('radio', { name: /Countersignature/ }).check()
  await proveWith(page, SAMPLE_LOGIN.password, SAMPLE_LOGIN.loginName)
  await expect(page.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible()
  await openCandidate(page, 'TR-003')
  await expect(signOffOf(page, FULL).getByText('Signed', { exact: true })).toBeVisible()
})

test('[F1] the first dose is planned where a signature covers it, and the gate says why it is closed', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-002')
  const plans = () => answerOf(page, FULL).getByRole('region', { name: `Enrolment in ${FULL}` })
  await plans().getByRole('button', { name: 'Plan…' }).click()
  await expect(page.getByText('the candidate was signed as not eligible')).toBeVisible()
  await page.keyboard.press('Escape')
  await openCandidate(page, 'TR-001')
  await plans().getByRole('button', { name: 'Plan…' }).click()
  await page.getByText('First dose', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Planned day' }).fill('2026-12-15')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Covered by this signature')).toBeVisible()
  await page.getByRole('button', { name: 'Plan it' }).click()
  await expect(plans().getByText(/15 Dec 2026|2026-12-15/)).toBeVisible()
})

test('a document is drawn in the window before it is kept, in a worker of our own origin', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await page.evaluate(() => {
    location.hash = '/documents/new?kind=site_certificate'
  })
  await expect(page.getByRole('status').filter({ hasText: /Page 1 of \d/ })).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('[data-page="0"]')).toContainText('TRAINING', { timeout: 20_000 })
})

test('[A5] a monitor verifies the trail, reviews it and takes it out with its chain', async ({ app }) => {
  const { page } = app
  await unlock(page, 'monitor')
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: /Trail/ }).click()
  await page.getByRole('button', { name: 'Verify the trail' }).click()
  await expect(page.getByText(/The trail is whole: [\d,]+ entries/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/compared with the heads in 9 signatures/)).toBeVisible()
})

function signOffOf(page: Page, protocol: string) {
  return page.getByRole('region', { name: `Signature for ${protocol}` })
}

async function proveWith(page: Page, password: string, loginName?: string): Promise<void> {
  const ceremony = page.getByRole('form', { name: 'Sign' })
  if (loginName !== undefined) await ceremony.getByRole('textbox', { name: 'Login name' }).fill(loginName)
  await ceremony.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
  await ceremony.getByRole('button', { name: /^Sign/ }).click()
}

async function sign(page: Page, protocol: string, meaning: RegExp, loginName?: string): Promise<void> {
  await signOffOf(page, protocol).getByRole('link', { name: 'Review and sign' }).click()
  await readToEnd(page)
  await page.getByRole('radio', { name: meaning }).check()
  await proveWith(page, SAMPLE_LOGIN.password, loginName)
  await expect(page.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible()
}

/** The PDF on screen, as a file. */
async function exported(app: App, hostName: WorkerSettings['hostName']): Promise<string> {
  const button = app.page.getByRole('button', { name: 'Export PDF' })
  return saved({ app, hostName, button, name: 'signed.pdf', whole: /%%EOF\s*$/ })
}

async function verify(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/verify'
  })
  await page.locator('input[type=file][accept*=pdf]').setInputFiles(file)
}
