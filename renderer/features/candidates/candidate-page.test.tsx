import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PartialDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
let id: PatientId
beforeEach(async () => {
  site = await startSite()
  const birthDate = PartialDate.parse('1967')
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'ZWM', sex: 'male', birthDate },
  })
  id = patient.id
})
afterEach(() => site.dispose())

const panel = () => screen.findByRole('complementary', { name: 'Beside the candidate' })
const panelText = (open: string) => encodeURIComponent(JSON.stringify({ open }))
const openPanel = () => showPage(site, { at: `/candidates/${id}?panel=${panelText('candidate')}` })

it('tells who it is and what both protocols say', async () => {
  await showPage(site, { at: `/candidates/${id}` })
  expect(await screen.findByRole('heading', { level: 1, name: 'S-001' })).toBeTruthy()
  const answers = await screen.findByRole('region', { name: 'Verdicts' })
  expect(await within(answers).findByText('NCT05106972')).toBeTruthy()
  expect(within(answers).getAllByText('Cannot tell yet')).toHaveLength(2)
  expect(within(answers).getByRole('link', { name: 'Criteria not entered' })).toBeTruthy()
})

it('opens the panel beside the screening and closes it on Escape', async () => {
  const { user } = await showPage(site, { at: `/candidates/${id}` })
  await user.click(await screen.findByRole('button', { name: 'Edit data' }))
  expect(within(await panel()).getByRole('textbox', { name: /Initials/ })).toHaveProperty('value', 'ZWM')
  await user.keyboard('{Escape}')
  await waitFor(() =>
    expect(screen.queryByRole('complementary', { name: 'Beside the candidate' })).toBeNull(),
  )
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit data' }))
})

it('goes on to the next candidate by keyboard', async () => {
  await site.api.patients.register({ screeningNumber: 'S-002', initials: 'X', sex: 'female' })
  const { user } = await showPage(site, { at: `/candidates/${id}` })
  await screen.findByText('1 of 2')
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  expect(await screen.findByRole('heading', { level: 1, name: 'S-002' })).toBeTruthy()
})

it('says so where there is no such candidate', async () => {
  await showPage(site, { at: '/candidates/nobody' })
  expect(await screen.findByText('There is no such candidate')).toBeTruthy()
})

it('changes the data with a reason, and shows the answer anew', async () => {
  const { user } = await openPanel()
  const born = within(await panel()).getByRole('textbox', { name: /Birth date/ })
  await user.clear(born)
  await user.type(born, '1950-01-01')
  await user.click(screen.getByRole('button', { name: /Save/ }))
  expect(await screen.findByText('Give the reason for the change')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /Reason for the change/ }), 'passport seen')
  await user.keyboard('{Control>}{Enter}{/Control}')
  const answers = screen.getByRole('region', { name: 'Verdicts' })
  expect(await within(answers).findByText('Ineligible')).toBeTruthy()
  expect(await site.api.patients.get({ id })).toMatchObject({ version: 2, birthDate: '1950-01-01' })
  const entries = await site.api.audit.list({ action: 'patient.amend' })
  expect(entries).toMatchObject([{ field: 'birthDate', oldValue: '1967', reason: 'passport seen' }])
  expect(await site.api.drafts.list({})).toEqual([])
})

it('tells what somebody else saved meanwhile, and keeps what was typed', async () => {
  const { user } = await openPanel()
  const contact = within(await panel()).getByRole('textbox', { name: /How to reach/ })
  await user.type(contact, 'ward 7')
  await user.type(screen.getByRole('textbox', { name: /Reason for the change/ }), 'moved')
  const changes = { initials: 'ZWX' }
  await site.api.patients.amend({ id, expectedVersion: 1, changes, reason: 'misread' })
  await user.click(screen.getByRole('button', { name: /Save/ }))
  const notice = await screen.findByRole('alert')
  expect(within(notice).getByText('Initials')).toBeTruthy()
  expect(contact).toHaveProperty('value', 'ward 7')
  expect(screen.getByRole('textbox', { name: /Initials/ })).toHaveProperty('value', 'ZWX')
  await user.click(screen.getByRole('button', { name: /Save/ }))
  await waitFor(async () => expect((await site.api.patients.get({ id })).version).toBe(3))
  expect(await site.api.patients.get({ id })).toMatchObject({ initials: 'ZWX', contact: 'ward 7' })
})

it('leaves a panel open that was opened while the one before was being saved', async () => {
  const held = Promise.withResolvers<void>()
  let isHeld = false
  const { screening } = site.api
  /** A busy engine: what the screens ask again after the save takes its time. */
  const patient: typeof screening.patient = async input => {
    if (isHeld) await held.promise
    return screening.patient(input)
  }
  const api = { ...site.api, screening: { ...screening, patient } }
  const { user } = await showPage({ api }, { at: `/candidates/${id}?panel=${panelText('candidate')}` })
  await user.type(within(await panel()).getByRole('textbox', { name: /How to reach/ }), 'ward 7')
  await user.type(screen.getByRole('textbox', { name: /Reason for the change/ }), 'asked')
  isHeld = true
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () => expect((await site.api.patients.get({ id })).contact).toBe('ward 7'))
  window.location.hash = `#/candidates/${id}?panel=${panelText('choose')}`
  expect(await screen.findByRole('heading', { name: 'What do you enter?' })).toBeTruthy()
  held.resolve()
  await waitFor(async () => expect(await site.api.drafts.list({})).toEqual([]))
  // Long enough for the save to let go of its panel.
  await new Promise(resolve => setTimeout(resolve, 500))
  expect(screen.getByRole('heading', { name: 'What do you enter?' })).toBeTruthy()
})

it('removes a candidate entered in error after a reason and a second yes', async () => {
  const { user } = await openPanel()
  await user.click(await screen.findByRole('button', { name: /Remove this candidate/ }))
  const dialog = await screen.findByRole('dialog')
  const remove = within(dialog).getByRole('button', { name: 'Remove' })
  await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'entered twice')
  expect(remove).toHaveProperty('disabled', true)
  await user.click(within(dialog).getByRole('checkbox'))
  await user.click(remove)
  expect(await screen.findByRole('heading', { level: 1, name: 'No candidates yet' })).toBeTruthy()
  expect(await site.api.patients.list({})).toEqual([])
})
