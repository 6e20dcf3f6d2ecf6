import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PatientId } from '#shared/core/ids.ts'
import { PASSWORD, startClock, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { type Sight, watchSight } from '#test/support/sight.ts'
import {
  chartSample,
  enableChen,
  reviseTransplant,
  SIGNED_PROTOCOL,
  signReadings,
} from '#test/support/sign.ts'

let site: TestSite
let sight: Sight
let patients: PatientId[]

/** Keys are derived and documents made for real. */
const SLOW = 30_000

beforeEach(async () => {
  sight = watchSight()
  site = await startSite(startClock('2026-11-20T02:00:00.000Z'))
  await enableChen(site)
  await signReadings(site)
  patients = [await chartSample(site, 'tr-001-eligible'), await chartSample(site, 'tr-011-too-old-and-hcc')]
  await site.as('chen')
}, SLOW)
afterEach(() => {
  site.dispose()
  sight.restore()
})

/** Reads every item of the list to its end and confirms it. */
async function confirmAll() {
  const items = patients.map(patientId => ({ kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL }))
  const page = await showPage(site, {
    at: `/signatures/sign?items=${encodeURIComponent(JSON.stringify(items))}`,
  })
  for (const [index, name] of ['Confirm and go on', 'Confirm the last'].entries()) {
    await screen.findByText(new RegExp(`^${index + 1} of 2:`))
    const confirm = await screen.findByRole('button', { name })
    expect(confirm).toHaveProperty('disabled', true)
    act(() => sight.scrollToEnd())
    await page.user.click(screen.getByRole('radio'))
    await page.user.click(confirm)
  }
  await screen.findByRole('form', { name: 'Sign' })
  return page
}

const field = (label: RegExp) => screen.getByLabelText(label, { selector: 'input' })

it('shows each of a list to its end, asks for the password once, and signs them all', async () => {
  const { user } = await confirmAll()
  await user.type(field(/Login name/), 'chen')
  await user.type(field(/^Password/), PASSWORD)
  await user.click(screen.getByRole('button', { name: 'Sign all 2' }))
  expect(await screen.findByRole('heading', { name: '2 signatures made' })).toBeTruthy()
  const signed = await site.api.signatures.list({})
  const decisions = signed.filter(({ kind }) => kind === 'eligibility')
  expect(decisions.map(({ meaning }) => meaning.code).sort()).toEqual([
    'eligibility_approval',
    'screen_failure',
  ])
})

it('signs what still is as it was shown, and tells of the rest', async () => {
  const { user } = await confirmAll()
  const [first] = patients
  if (first === undefined) throw new Error('nobody')
  await reviseTransplant(site, first)
  await user.type(field(/Login name/), 'chen')
  await user.type(field(/^Password/), PASSWORD)
  await user.click(screen.getByRole('button', { name: 'Sign all 2' }))
  const notice = within(await screen.findByRole('alert'))
  expect(notice.getByText('1 is not signed')).toBeTruthy()
  expect(screen.getByText(/What you were shown has changed meanwhile/)).toBeTruthy()
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Signed' })).toBeTruthy())
  await user.click(notice.getByRole('button', { name: 'Review the rest again' }))
  expect(await screen.findByText(/^1 of 1:/)).toBeTruthy()
})

it('signs nothing of the list with a wrong password, and says so at the field', async () => {
  const { user } = await confirmAll()
  await user.type(field(/Login name/), 'chen')
  await user.type(field(/^Password/), 'not the password')
  await user.click(screen.getByRole('button', { name: 'Sign all 2' }))
  expect(await screen.findByText(/Login name and password are not yours/)).toBeTruthy()
  expect(field(/Login name/)).toHaveProperty('value', 'chen')
  const signed = await site.api.signatures.list({})
  expect(signed.filter(({ kind }) => kind === 'eligibility')).toEqual([])
})
