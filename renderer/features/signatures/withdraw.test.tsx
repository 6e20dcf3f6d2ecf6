import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { PASSWORD, startClock, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { type Sight, watchSight } from '#test/support/sight.ts'
import {
  chartSample,
  enableChen,
  reviseTransplant,
  SIGNED_PROTOCOL,
  signNow,
  signReadings,
} from '#test/support/sign.ts'

let site: TestSite
let sight: Sight
let patientId: PatientId

/** Keys are derived and documents made for real. */
const SLOW = 30_000

beforeEach(async () => {
  sight = watchSight()
  site = await startSite(startClock('2026-11-20T02:00:00.000Z'))
  await enableChen(site)
  await signReadings(site)
  patientId = await chartSample(site, 'tr-001-eligible')
}, SLOW)
afterEach(() => {
  site.dispose()
  sight.restore()
})

const decide = () => signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })

it('[E7] withdraws with a reason, by the same ceremony, and keeps the record', async () => {
  const { id } = await decide()
  const { user } = await showPage(site, { at: `/signatures/${id}` })
  await user.click(await screen.findByRole('button', { name: 'Withdraw…' }))
  await user.click(await screen.findByRole('button', { name: 'Next' }))
  expect(screen.getByText('Give the reason')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /Reason for the withdrawal/ }), 'wrong visit')
  await user.click(screen.getByRole('button', { name: 'Next' }))
  await screen.findByRole('form', { name: 'Sign' })
  // Until the record that it withdraws is drawn its end is not in sight.
  await screen.findAllByText('Passes')
  act(() => sight.scrollToEnd())
  await user.click(screen.getByRole('radio', { name: /Withdrawal of a signature/ }))
  await user.type(screen.getByLabelText(/^Password/, { selector: 'input' }), PASSWORD)
  await user.click(screen.getByRole('button', { name: /^Sign the withdrawal/ }))
  await screen.findByRole('heading', { name: 'Signed' })
  const { summary, record } = await site.api.signatures.get({ id })
  expect(summary).toMatchObject({ status: 'withdrawn', withdrawn: { by: 'Chen Wei', reason: 'wrong visit' } })
  expect(record?.subject.kind).toBe('eligibility')
})

it('[F1] shows what is planned, and that it no longer stands once the signature does not', async () => {
  await decide()
  const on = CivilDate.parse('2026-11-25')
  await site.api.enrolment.plan({ patientId, protocolId: SIGNED_PROTOCOL, step: 'enrolment', on })
  const page = await showPage(site, { at: `/candidates/${patientId}` })
  const region = () => screen.findByRole('region', { name: `Enrolment in ${SIGNED_PROTOCOL}` })
  expect(await within(await region()).findByText('25 Nov 2026')).toBeTruthy()
  expect(screen.queryByText('no longer stands')).toBeNull()
  page.unmount()
  await reviseTransplant(site, patientId)
  await showPage(site, { at: `/candidates/${patientId}` })
  expect(await within(await region()).findByText('no longer stands')).toBeTruthy()
})

it('[E1] leads to the settings where the signer has no certificate', async () => {
  await site.addUser('sub_investigator')
  await site.as('sub_investigator')
  const newPassword = 'another long password'
  await site.api.session.changePassword({ currentPassword: PASSWORD, newPassword })
  const other = await chartSample(site, 'tr-011-too-old-and-hcc')
  const { user } = await showPage(site, { at: `/candidates/${other}/sign/${SIGNED_PROTOCOL}` })
  await screen.findByRole('form', { name: 'Sign' })
  act(() => sight.scrollToEnd())
  await user.click(screen.getByRole('radio'))
  await user.type(screen.getByLabelText(/Login name/, { selector: 'input' }), 'sub_investigator')
  await user.type(screen.getByLabelText(/^Password/, { selector: 'input' }), newPassword)
  await user.click(screen.getByRole('button', { name: /^Sign/ }))
  expect(await screen.findByRole('link', { name: 'Enable signing in the settings' })).toBeTruthy()
})

it('hides who is waited for while privacy mode is on', async () => {
  const { user } = await showPage(site, { at: '/work' })
  expect(await screen.findByText(`TR-001 · ${SIGNED_PROTOCOL}`)).toBeTruthy()
  await user.keyboard('{F9}')
  expect(await screen.findByText('Hidden while privacy mode is on.')).toBeTruthy()
  expect(screen.queryByText(/TR-001/)).toBeNull()
})
