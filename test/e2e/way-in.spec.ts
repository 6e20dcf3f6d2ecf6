import { expect } from '@playwright/test'
import { test } from '#test/support/e2e/app.ts'
import { answerOf, openCandidate, passwordOf, unlock } from '#test/support/e2e/steps.ts'

const PASSWORD = 'seven lobules under a hexagon'

test.describe('a site begins', () => {
  test('first run: site, first user, recovery key typed back, and the workstation is open', async ({
    app,
  }) => {
    const { page } = app
    await page.getByLabel('Name of the site').fill('Haikou People’s Hospital')
    await page.getByLabel('Site number').fill('01')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('Full name').fill('Chen Wei')
    await page.getByLabel('Login name').fill('chen')
    await passwordOf(page).fill(PASSWORD)
    await page.getByRole('textbox', { name: 'The same password again' }).fill(PASSWORD)
    await expect(page.getByText(/Strong\.|Good\./)).toBeVisible()
    await page.getByRole('button', { name: 'Create the store' }).click()

    const groups = page.getByRole('list', { name: 'The recovery key' })
    await expect(groups).toBeVisible({ timeout: 30_000 })
    const key = (await groups.getByRole('listitem').allInnerTexts()).map(group => group.slice(-4)).join('')
    expect(key).toHaveLength(56)
    await page.getByRole('button', { name: 'I have it: check it' }).click()
    const typed = page.getByRole('textbox').first()
    await typed.fill(`${key.slice(0, 55)}${key.endsWith('0') ? '1' : '0'}`)
    await expect(page.getByText('Group 14 differs from the key. Compare it with your print.')).toBeVisible()
    await typed.fill(key.toLowerCase())
    await page.getByRole('button', { name: 'Open the workstation' }).click()

    await expect(page.getByRole('heading', { name: 'No candidates yet' })).toBeVisible()
    await app.restart()
    await app.page.getByLabel('Login name').fill('chen')
    await passwordOf(app.page).fill(PASSWORD)
    await app.page.getByRole('button', { name: 'Unlock', exact: true }).click()
    await expect(app.page.getByRole('heading', { name: 'No candidates yet' })).toBeVisible()
  })
})

test.describe('every day', () => {
  test.use({ site: 'sample' })

  test('unlock: a wrong password says how long to wait, the right one opens and tells of it', async ({
    app,
  }) => {
    const { page } = app
    await page.getByLabel('Login name').fill('training')
    // The first three cost nothing; from the fourth on each is followed by a wait.
    for (const wrong of ['not the password', 'nor is this one', 'still not', 'and again not']) {
      await passwordOf(page).fill(wrong)
      await page.getByRole('button', { name: 'Unlock', exact: true }).click()
      await expect(passwordOf(page)).toHaveValue('')
    }
    await expect(page.getByRole('button', { name: /^Wait \d+ seconds?$/ })).toBeDisabled()
    await expect(page.getByText(/The next attempt is possible in \d+ seconds?\./)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeEnabled()
    await unlock(page)
    await expect(page.getByText(/4 failed attempts to log in under your name/)).toBeVisible()
  })

  test('lock and return: locking wins over a dialog, and what was typed is offered back', async ({ app }) => {
    const { page } = app
    await unlock(page)
    await openCandidate(page, 'TR-014')
    await page.getByRole('link', { name: 'Laboratory report' }).click()
    await page.getByLabel('Specimen taken').fill('2026-11-20')
    await page.getByLabel('Number of the paper report').fill('LB-77')
    await page.getByRole('button', { name: 'Paste a table' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('heading', { name: 'Unlock Lobule' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByText('TR-014')).toHaveCount(0)

    await app.restart()
    await unlock(app.page)
    const offer = app.page.getByText(/You began a laboratory report for TR-014 and did not save it/)
    await expect(offer).toBeVisible()
    await app.page.getByRole('button', { name: 'Continue' }).click()
    await app.page.getByRole('button', { name: 'Continue' }).click()
    await expect(app.page.getByLabel('Number of the paper report')).toHaveValue('LB-77')
  })

  test('privacy mode: one key, and nobody else is on the screen', async ({ app }) => {
    const { page } = app
    await unlock(page)
    await openCandidate(page, 'TR-002')
    const identity = page.getByRole('main').getByText('LGH')
    await expect(identity).toBeVisible()
    await page.keyboard.press('F9')
    await expect(identity).toHaveCount(0)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByLabel('Candidate or command').fill('TR-')
    await expect(page.getByRole('dialog').getByText('TR-')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+1')
    await expect(page.getByText('The list is hidden while privacy mode is on.')).toBeVisible()
    await expect(page.getByText('TR-003')).toHaveCount(0)
    await page.keyboard.press('F9')
    await expect(page.getByRole('rowheader', { name: 'TR-003' })).toBeVisible()
  })

  test('a reload loses nothing and stays where one was', async ({ app }) => {
    const { page } = app
    await unlock(page)
    await openCandidate(page, 'TR-002')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'TR-002' })).toBeVisible()
    await expect(answerOf(page, 'NCT05106972').getByText('Ineligible').first()).toBeVisible()
  })
})
