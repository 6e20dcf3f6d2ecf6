import { expect } from '@playwright/test'
import { test } from '#test/support/e2e/app.ts'
import { answerOf, openCandidate, panelOf, unlock } from '#test/support/e2e/steps.ts'

test.use({ site: 'sample' })

test('every overlay keeps to the content security policy', async ({ app }) => {
  const { page } = app
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  await page.reload()
  await unlock(page)

  await page.keyboard.press('Control+/')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('button', { name: 'Lock' }).hover()
  await expect(page.getByRole('tooltip')).toBeVisible()
  await page.getByRole('button', { name: /Principal investigator/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Change password' })).toBeVisible()
  await page.keyboard.press('Escape')
  await openCandidate(page, 'TR-007')
  await page.getByRole('textbox', { name: 'If registered on' }).click()
  await expect(page.getByRole('button', { name: '21 November 2026' })).toBeVisible()
  await page.keyboard.press('Escape')

  await answerOf(page, 'NCT05106972')
    .getByRole('button', { name: /enter the control value/i })
    .click()
  await panelOf(page).getByRole('combobox', { name: 'Unit' }).click()
  await page.keyboard.press('Escape')
  await panelOf(page).getByRole('button', { name: 'It is printed' }).click()
  await panelOf(page).getByRole('textbox', { name: 'Control of the run' }).fill('12.9')
  await panelOf(page).getByRole('textbox', { name: 'Reason for the change' }).fill('found')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('E6 was Unknown, now Passes')).toBeVisible()
  await answerOf(page, 'NCT05106972')
    .getByRole('button', { name: /ask about upper gastro/i })
    .click()
  await panelOf(page).getByRole('textbox', { name: 'To', exact: true }).fill('2026-11-20')
  await panelOf(page).getByText('Record', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/: saved/)).toBeVisible()

  await page.getByRole('link', { name: 'Laboratory report' }).click()
  await page.getByRole('button', { name: 'Paste a table' }).click()
  await expect(page.getByRole('dialog', { name: 'Paste a table of results' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await page.getByText('Dark', { exact: true }).click()
  await page.getByText('中文', { exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  expect(complaints).toEqual([])
})
