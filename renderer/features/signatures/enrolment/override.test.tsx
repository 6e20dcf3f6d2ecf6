import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PartialDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { addColleague, OWN_PASSWORD, SIGNED_PROTOCOL } from '#test/support/sign.ts'

let site: TestSite
let patientId: PatientId

beforeEach(async () => {
  site = await startSite()
  await addColleague(site, 'coordinator')
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'ZWM', sex: 'male' },
  })
  patientId = patient.id
})
afterEach(() => site.dispose())

/** Fills in the form of an enrolment and saves. */
async function enrol() {
  const panel = { open: 'enter', kind: 'enrolment', protocol: SIGNED_PROTOCOL }
  const page = await showPage(site, {
    at: `/candidates/${patientId}?panel=${encodeURIComponent(JSON.stringify(panel))}`,
  })
  const form = within(await screen.findByRole('complementary', { name: 'Beside the candidate' }))
  await page.user.type(await form.findByRole('textbox', { name: /^(?:On|Date|When)/ }), '2026-11-20')
  await page.user.click(form.getByRole('radio', { name: 'Enrolled' }))
  await page.user.click(form.getByRole('button', { name: /^Save/ }))
  return { ...page, dialog: within(await screen.findByRole('dialog')), form }
}

it('[F1] explains what is missing, and records a deviation with a second person and a reason', async () => {
  const { user, dialog } = await enrol()
  expect(dialog.getByText('eligibility has not been signed')).toBeTruthy()
  expect(dialog.getByText('no signed consent for this protocol is charted')).toBeTruthy()
  await user.type(dialog.getByLabelText(/Why it happened/), 'enrolled on paper at night')
  await user.type(dialog.getByLabelText(/Login name of the second person/), 'coordinator')
  await user.type(dialog.getByLabelText(/Password of the second person/, { selector: 'input' }), OWN_PASSWORD)
  await user.click(dialog.getByRole('button', { name: 'Record the deviation' }))
  await waitFor(async () => expect(await site.api.facts.list({ patientId })).toHaveLength(1))
  const [deviation] = await site.api.enrolment.deviations({ patientId })
  expect(deviation).toMatchObject({ step: 'enrolment', reason: 'enrolled on paper at night' })
  expect(await screen.findByText(/Protocol deviation: Enrolment recorded although/)).toBeTruthy()
  expect(screen.getByText(/Recorded by Chen Wei, confirmed by User coordinator/)).toBeTruthy()
})

it('[F1] does not accept the same person as the second, and keeps what was typed', async () => {
  const { user, dialog } = await enrol()
  await user.type(dialog.getByLabelText(/Why it happened/), 'on paper')
  await user.type(dialog.getByLabelText(/Login name of the second person/), 'chen')
  await user.type(dialog.getByLabelText(/Password of the second person/, { selector: 'input' }), 'whatever')
  await user.click(dialog.getByRole('button', { name: 'Record the deviation' }))
  expect(await dialog.findByText(/it must be somebody else/)).toBeTruthy()
  expect(dialog.getByLabelText(/Why it happened/)).toHaveProperty('value', 'on paper')
  expect(await site.api.facts.list({ patientId })).toEqual([])
})

it('[F1] plans nothing without consent and a signature, and says what is missing', async () => {
  const { user } = await showPage(site, { at: `/candidates/${patientId}` })
  const region = within(await screen.findByRole('region', { name: `Enrolment in ${SIGNED_PROTOCOL}` }))
  await user.click(region.getByRole('button', { name: 'Plan…' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('eligibility has not been signed')).toBeTruthy()
  await user.type(dialog.getByRole('textbox', { name: /Planned day/ }), '2026-11-25')
  await user.click(dialog.getByRole('button', { name: 'Plan it' }))
  expect(await site.api.enrolment.plans({ patientId })).toEqual([])
})

it('[F1] takes a consent that an enrolment stands on off the chart with a second person, and not alone', async () => {
  const day = PartialDate.parse('2026-11-19')
  const consent = {
    kind: 'consent',
    protocol: SIGNED_PROTOCOL,
    version: '1.0',
    status: 'signed',
    on: day,
  } as const
  const enrolled = { kind: 'enrolment', protocol: SIGNED_PROTOCOL, status: 'enrolled', on: day } as const
  const second = { loginName: 'coordinator', password: OWN_PASSWORD }
  const { facts } = await site.api.facts.record({
    ...{ patientId, facts: [{ content: consent }, { content: enrolled }] },
    override: { second, reason: 'enrolled on paper' },
  })
  const panel = encodeURIComponent(JSON.stringify({ open: 'fact', factId: facts[0]?.id }))
  const { user } = await showPage(site, { at: `/candidates/${patientId}?panel=${panel}` })
  await user.click(await screen.findByRole('button', { name: 'Retract' }))
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'wrong patient')
  await user.click(screen.getByRole('button', { name: 'Retract' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('no signed consent for this protocol is charted')).toBeTruthy()
  expect(await site.api.facts.list({ patientId })).toHaveLength(2)
  await user.type(dialog.getByLabelText(/Why it happened/), 'the form was another’s')
  await user.type(dialog.getByLabelText(/Login name of the second person/), 'coordinator')
  await user.type(dialog.getByLabelText(/Password of the second person/, { selector: 'input' }), OWN_PASSWORD)
  await user.click(dialog.getByRole('button', { name: 'Record the deviation' }))
  await waitFor(async () => expect(await site.api.facts.list({ patientId })).toHaveLength(1))
  expect(await site.api.enrolment.deviations({ patientId })).toContainEqual(
    expect.objectContaining({ missing: ['no_consent'], reason: 'the form was another’s' }),
  )
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})
