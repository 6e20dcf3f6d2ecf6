import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { samplesFolder } from '#main/hosts/resources.ts'
import { test } from '#test/support/e2e/app.ts'
import { answerOf, openCandidate, unlock } from '#test/support/e2e/steps.ts'

test.use({ site: 'sample' })

const criteriaFile = join(samplesFolder, 'nct07413549-training-criteria.json')

test('choose a reading: with its ground, kept as a version, and every verdict follows', async ({ app }) => {
  const { page } = app
  await unlock(page)
  await page.keyboard.press('Control+2')
  await page
    .getByRole('link', { name: /NCT05106972/ })
    .first()
    .click()
  await page.getByRole('tab', { name: /^Readings/ }).click()
  const question = page.getByRole('radiogroup', { name: 'When is somebody "more than 60 years old"?' })
  await question.getByText('From the day after the 60th birthday: any time beyond 60 years').click()
  await expect(page.getByText('1 choice not saved')).toBeVisible()
  await page.getByRole('button', { name: 'Save the choices' }).click()
  const reason = page.getByRole('textbox', { name: 'Reason for the change' })
  await reason.fill('ethics committee’s letter of 3 November')
  await page.getByRole('button', { name: 'Save the choices' }).click()
  await expect(page.getByText('Reason: ethics committee’s letter of 3 November').first()).toBeVisible()

  // TR-002 is 60 years and eight months old: under this reading too old already.
  await openCandidate(page, 'TR-002')
  await expect(answerOf(page, 'NCT05106972').getByText(/ineligible:.*E1/i)).toBeVisible()
})

test('import site criteria: seen in words and compared before anything is entered', async ({ app }) => {
  const { page } = app
  const text = readFileSync(criteriaFile, 'utf8')
  await unlock(page)
  await page.keyboard.press('Control+2')
  await page
    .getByRole('link', { name: /NCT07413549/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'Site criteria' }).click()
  const file = page.locator('input[type="file"]')

  const broken = text.replace('"side": "inclusion"', '"side": "neither"')
  await file.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from(broken) })
  await expect(page.getByText('broken.json was not taken: 1 place to correct')).toBeVisible()
  await expect(page.getByText('criteria[0].side')).toBeVisible()

  const amended = text.replace(/"protocolVersion": "[^"]+"/, '"protocolVersion": "TRAINING 2.0 (invented)"')
  await file.setInputFiles({ name: 'v2.json', mimeType: 'application/json', buffer: Buffer.from(amended) })
  await expect(page.getByText(/Against the version before: 0 added, 0 removed, 0 changed/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Reason for the change' }).fill('amendment 2 approved')
  await page.getByRole('button', { name: 'Enter as version 2' }).click()
  await expect(page.getByText(/Criteria entered as version 2\./)).toBeVisible()
  await openCandidate(page, 'TR-001')
  await expect(answerOf(page, 'NCT07413549').getByText(/TRAINING 2\.0 \(invented\)/)).toBeVisible()
})
