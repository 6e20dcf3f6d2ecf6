import { expect } from '@playwright/test'
import { test } from '#test/support/e2e/app.ts'
import { answerOf, openCandidate, panelOf, unlock } from '#test/support/e2e/steps.ts'

test.use({ site: 'sample' })

test('add a candidate: as far as the birth date is known, and both protocols answer at once', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await page.getByRole('button', { name: 'Add a candidate' }).click()
  await page.getByRole('textbox', { name: 'Screening number' }).fill('TR-100')
  await page.getByRole('textbox', { name: 'Initials' }).fill('XYZ')
  await page.getByText('Female', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Birth date' }).fill('1967年3月')
  await expect(page.getByText('March 1967')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'TR-100' })).toBeVisible()
  await expect(answerOf(page, 'NCT05106972').getByText('Cannot tell yet').first()).toBeVisible()
})

test('enter a laboratory report without the mouse, as the report prints it', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-014')
  await page.getByRole('link', { name: 'Laboratory report' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Laboratory', exact: true })).toBeFocused()
  await page.keyboard.type('Harbour laboratory')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2026-11-20 08:10')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Number of the paper report')).toBeFocused()
  await page.keyboard.type('LB-2026-77')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Test, 1' })).toBeFocused()
  await page.keyboard.type('TBIL')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Value, TBIL' })).toBeFocused()
  await page.keyboard.type('41.4')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Unit, TBIL' })).toBeFocused()
  await page.keyboard.type('µmol/L')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Test, 2' }).focus()
  await page.keyboard.type('PT')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Value, PT' })).toBeFocused()
  await page.keyboard.type('15.1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Control, PT' })).toBeFocused()
  await page.keyboard.type('12.4')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('2 values saved').first()).toBeVisible()
  await page.getByRole('link', { name: 'Chart', exact: true }).click()
  const matrix = page.getByRole('region', { name: 'Laboratory values by specimen' })
  await expect(matrix.getByText('41.4')).toBeVisible()
  await expect(matrix.getByText(/control 12\.4/)).toBeVisible()
})

test('complete the missing items: each leads to its form, and the verdict changes before one’s eyes', async ({
  app,
}) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-007')
  const answer = answerOf(page, 'NCT05106972')
  await expect(answer.getByText('Cannot tell yet').first()).toBeVisible()

  await answer.getByRole('button', { name: /enter the control value of the run of PT/i }).click()
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'It is printed' }).click()
  await panel.getByRole('textbox', { name: 'Control of the run' }).fill('12.9')
  await panel
    .getByRole('textbox', { name: 'Reason for the change' })
    .fill('control found on the paper report')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('E6 was Unknown, now Passes')).toBeVisible()

  await answer.getByRole('button', { name: /ask about upper gastrointestinal bleeding/i }).click()
  await panel.getByRole('textbox', { name: 'From' }).fill('2026-06-01')
  await panel.getByRole('textbox', { name: 'To', exact: true }).fill('2026-11-20')
  await panel.getByText('Patient', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await expect(answer.getByText(/^(?:Eligible|Would be eligible)$/).first()).toBeVisible()
  await expect(page.getByText('Cannot tell yet → Eligible')).toBeVisible()
})

test('correct a value with a reason: the first value stays in its history', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await openCandidate(page, 'TR-002')
  await page.getByRole('link', { name: 'Chart', exact: true }).click()
  await page.getByRole('button', { name: /Albumin infusion/ }).click()
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'Correct' }).click()
  await panel.getByRole('textbox', { name: 'Date' }).fill('2026-11-13')
  await page.keyboard.press('Control+Enter')
  await expect(panel.getByText('Say why: the reason is kept with the change')).toBeVisible()
  await panel.getByRole('textbox', { name: 'Reason for the change' }).fill('prescription says the 13th')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('corrected', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /Albumin infusion/ }).click()
  await expect(panel.getByText('Reason: prescription says the 13th')).toBeVisible()
  await page.getByRole('link', { name: 'Screening' }).click()
  await expect(
    answerOf(page, 'NCT05106972')
      .getByText(/5 Dec 2026 to 13 Mar 2027/)
      .first(),
  ).toBeVisible()
})
