import { expect } from '@playwright/test'
import { test } from '#test/support/e2e/app.ts'
import { openCandidate, unlock } from '#test/support/e2e/steps.ts'

test.use({ site: 'sample' })

test('a monitor reads everything and is offered nothing that changes it', async ({ app }) => {
  const { page } = app
  await unlock(page, 'monitor')
  await expect(page.getByRole('button', { name: 'Add a candidate' })).toHaveCount(0)
  await openCandidate(page, 'TR-007')
  await expect(page.getByRole('button', { name: 'Edit data' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Enter', exact: true })).toHaveCount(0)
})

test('an administrator manages users and sees nobody who is screened', async ({ app }) => {
  const { page } = app
  await unlock(page, 'administrator')
  await expect(page.getByText('TR-001')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByLabel('Candidate or command').fill('TR-')
  await expect(page.getByText('TR-001')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await page
    .getByRole('link', { name: 'Users' })
    .or(page.getByRole('tab', { name: 'Users' }))
    .click()
  await expect(page.getByRole('row', { name: /coordinator/ })).toBeVisible()
})
