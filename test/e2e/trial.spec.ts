import { expect, type Page } from '@playwright/test'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { test } from '#test/support/e2e/app.ts'
import { openCandidate, panelOf, readToEnd, unlock } from '#test/support/e2e/steps.ts'

test.use({ site: 'sample' })

test('review the trends of a patient: charts, the same as a table, a score with its inputs, and a review that is signed', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-101')
  await page.getByRole('link', { name: 'Trends', exact: true }).click()
  const liver = page.getByRole('region', { name: 'Liver function' })
  await expect(liver.getByRole('img', { name: /^Total bilirubin: 9 values, latest/ })).toBeVisible()
  await page.keyboard.press('t')
  const score = page.getByRole('table', { name: /^MELD/ }).first()
  await score.getByRole('button').first().click()
  const detail = page.getByRole('region', { name: /^MELD/ })
  await expect(detail.getByText(/creatinine/i).first()).toBeVisible()
  await page.getByRole('link', { name: 'Review as PDF' }).click()
  await page.getByRole('button', { name: 'Keep it in the site file' }).click()
  await page.getByRole('button', { name: 'Review and sign' }).click()
  await readDocument(page)
  await readToEnd(page)
  await page.getByRole('radio', { name: /Review of trends/ }).check()
  const ceremony = page.getByRole('form', { name: 'Sign' })
  await ceremony.getByRole('textbox', { name: 'Login name' }).fill(SAMPLE_LOGIN.loginName)
  await ceremony.getByRole('textbox', { name: 'Password', exact: true }).fill(SAMPLE_LOGIN.password)
  await ceremony.getByRole('button', { name: /^Sign/ }).click()
  await expect(page.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible({ timeout: 30_000 })
})

test('the same review in Chinese', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await speakChinese(page)
  await openInChinese(page, 'TR-106')
  await page.getByRole('link', { name: '趋势', exact: true }).click()
  await expect(page.getByRole('region', { name: '肝功能' })).toBeVisible()
  await page.getByText('肝损伤', { exact: true }).click()
  await expect(page.getByText(/实验室信号/).first()).toBeVisible()
  await page.getByRole('link', { name: '访视', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: /第4周/ }).first()).toBeVisible()
})

test('[F1] from the work list to a visit, its results, and a dose that the checklist stands before', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: /To do/ }).click()
  await expect(page.getByText('TR-102').first()).toBeVisible()
  await openCandidate(page, 'TR-102')
  await page.getByRole('link', { name: 'Visits', exact: true }).click()
  const visit = page.getByRole('row', { name: /Before dose 2/ })
  await visit.getByRole('button', { name: 'Record' }).click()
  await panelOf(page).getByRole('radio', { name: 'It took place' }).check()
  await panelOf(page)
    .getByRole('textbox', { name: /^Day, or first day/ })
    .fill('2026-11-24')
  await panelOf(page).getByRole('button', { name: /^Save/ }).click()
  await expect(visit.getByText('done')).toBeVisible()
  await page
    .getByRole('row', { name: /^Dose 2/ })
    .getByRole('button', { name: 'Plan…' })
    .click()
  await expect(
    page
      .getByRole('dialog')
      .getByText(/checklist/)
      .first(),
  ).toBeVisible()
})

test('the cohort of a protocol, and its deviations, each to be assessed', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await to(page, '/cohort/NCT05106972')
  await expect(page.getByText('3 of 30 enrolled')).toBeVisible()
  await expect(page.getByText('Overall survival: 3 patients, 1 event')).toBeVisible()
  await to(page, '/deviations')
  const deviation = page.getByRole('listitem').filter({ hasText: 'Week 8 outside the site’s window' })
  await deviation.getByRole('button', { name: 'Assess' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: 'Not important' }).check()
  await form.getByRole('textbox', { name: /^Reason/ }).fill('clinic closed for a holiday')
  await form.getByRole('button', { name: /^Save/ }).click()
  await expect(deviation.getByText('not important')).toBeVisible()
})

async function to(page: Page, hash: string): Promise<void> {
  await page.evaluate(place => {
    location.hash = place
  }, hash)
}

/** Chooses Chinese as somebody does in the settings. */
async function speakChinese(page: Page): Promise<void> {
  await to(page, '/settings/appearance')
  await page.getByText('中文', { exact: false }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('设置')
}

async function openInChinese(page: Page, screeningNumber: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill(screeningNumber)
  await expect(page.getByRole('dialog').getByRole('button', { name: screeningNumber })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: screeningNumber })).toBeVisible()
}

/** To the end of its last page. */
async function readDocument(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /Page 1 of \d+/ })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('region', { name: /^Review of trends/ }).focus()
  await page.keyboard.press('End')
}
