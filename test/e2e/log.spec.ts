import { expect } from '@playwright/test'
import { test } from '#test/support/e2e/app.ts'
import { unlock } from '#test/support/e2e/steps.ts'

test.use({ site: 'sample' })

test('find the nearly eligible: one item open, and what it is', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await page.getByRole('button', { name: /^One item open/ }).click()
  const log = page.getByRole('grid', { name: 'Screening log' })
  await expect(log.getByRole('row', { name: /TR-008/ })).toContainText('result of PT that is not cut off')
  await expect(log.getByRole('row', { name: /TR-014/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Find out first' }).click()
  await expect(
    page.getByText('What would settle most, over all candidates who are not ruled out.'),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Attrition' }).click()
  await expect(page.getByText('How many people each criterion stands in the way of today.')).toBeVisible()
})

test('the log is walked by keyboard: search, arrows, Enter', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await expect(page.getByRole('grid', { name: 'Screening log' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('TR-03')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('row', { name: /TR-030/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'TR-031' })).toBeVisible()
})
