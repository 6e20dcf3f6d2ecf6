import { expect, type Page } from '@playwright/test'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'

/** Opens the sample site as one of its users would. */
export async function unlock(page: Page, loginName: string = SAMPLE_LOGIN.loginName): Promise<void> {
  await page.getByLabel('Login name').fill(loginName)
  await passwordOf(page).fill(SAMPLE_LOGIN.password)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeVisible()
}

/** The field for the password on the way in; a required field's label carries a star. */
export function passwordOf(page: Page) {
  return page.getByRole('textbox', { name: 'Password', exact: true })
}

/** Goes to a candidate by the palette, as somebody does who knows the number. */
export async function openCandidate(page: Page, screeningNumber: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog')
  await palette.getByLabel('Candidate or command').fill(screeningNumber)
  await expect(palette.getByRole('button', { name: screeningNumber })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: screeningNumber })).toBeVisible()
}

/** What one protocol answers about the candidate on screen. */
export function answerOf(page: Page, protocol: string) {
  return page.getByRole('region', { name: protocol, exact: true })
}

/** The panel beside a candidate. */
export function panelOf(page: Page) {
  return page.getByRole('complementary', { name: 'Beside the candidate' })
}

/**
 * Reads what will be signed to its end, as somebody does with the keyboard: again where the record grew, or another took
 * its place, while it was read.
 */
export async function readToEnd(page: Page): Promise<void> {
  const meaning = page.getByRole('form', { name: 'Sign' }).getByRole('radio').first()
  await expect(async () => {
    await page.getByText('End of the record').scrollIntoViewIfNeeded({ timeout: 5_000 })
    await expect(meaning).toBeEnabled({ timeout: 2_000 })
  }).toPass({ timeout: 60_000 })
}
