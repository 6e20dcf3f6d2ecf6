import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { OffsetDateTime, PartialDate } from '#shared/core/civil-date.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { addColleague, OWN_PASSWORD } from '#test/support/sign.ts'

const protocol = ProtocolId.parse('NCT07413549')
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

/** Dosed two weeks ago without consent or a signature: week 1 is overdue, week 2 is today. */
async function begin() {
  await site.api.protocols.chooseReadings({
    ...{ protocolId: protocol, expectedVersion: 0 },
    readings: { 'after-administration': 'first' },
  })
  const enrolled = { kind: 'enrolment', protocol, status: 'enrolled' } as const
  const dose = { kind: 'dose', protocol, number: 1 } as const
  await site.api.facts.record({
    patientId,
    facts: [
      { content: { ...enrolled, on: PartialDate.parse('2026-11-05') } },
      { content: { ...dose, from: OffsetDateTime.parse('2026-11-08T09:00:00+08:00') } },
    ],
    override: {
      second: { loginName: 'coordinator', password: OWN_PASSWORD },
      reason: 'began on paper',
    },
  })
}

it('says that nothing is due where nobody is in a trial', async () => {
  await showPage(site, { at: '/work' })
  expect(await screen.findByText(/^Nothing is due/)).toBeTruthy()
})

it('lists what is late and what is due, counts it in the rail, and leads to the calendar', async () => {
  await begin()
  const { user } = await showPage(site, { at: '/work' })
  const late = within(await screen.findByRole('region', { name: /^Late/ }))
  expect(late.getByText('Week 1')).toBeTruthy()
  const due = within(screen.getByRole('region', { name: /^Due now/ }))
  expect(due.getByText('Week 2')).toBeTruthy()
  expect(screen.getByRole('button', { name: /^To do [1-9]/ })).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: /^Doses/ }))
  await waitFor(() => expect(screen.queryByText('Week 1')).toBeNull())
  await user.click(screen.getByRole('radio', { name: /^Visits/ }))
  await user.click(await screen.findByRole('link', { name: 'Open the calendar of S-001: Week 1' }))
  expect(await screen.findByText('Day 14 of the trial')).toBeTruthy()
})

it('leads from a visit that is due to its form', async () => {
  await begin()
  const { user } = await showPage(site, { at: '/work' })
  await user.click(await screen.findByRole('link', { name: 'Record visit: S-001, Week 2' }))
  expect(await screen.findByRole('radio', { name: 'It took place' })).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'NCT07413549' }).checked).toBe(true)
})

it('keeps a deviation open until it is classed, with who was told, and asks why that changes', async () => {
  await begin()
  const { user } = await showPage(site, { at: '/deviations' })
  await user.click(await screen.findByRole('radio', { name: /^Not assessed/ }))
  const [assess] = await screen.findAllByRole('button', { name: 'Assess' })
  if (assess === undefined) throw new Error('nothing to assess')
  await user.click(assess)
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect((await dialog.findAllByText('Required')).length).toBe(2)
  await user.click(dialog.getByRole('radio', { name: 'important' }))
  await user.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'paper before Lobule')
  await user.click(dialog.getByRole('button', { name: 'Add' }))
  await user.type(dialog.getByRole('textbox', { name: 'Who' }), 'Ethics committee')
  await user.type(dialog.getByRole('textbox', { name: /^Day/ }), '2026-11-20')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.click(screen.getByRole('radio', { name: 'Important 1' }))
  expect(await screen.findByText('Told: Ethics committee, 20 Nov 2026')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Change' }))
  const again = within(await screen.findByRole('dialog'))
  await user.click(again.getByRole('radio', { name: 'not important' }))
  await user.click(again.getByRole('button', { name: 'Save' }))
  expect(await again.findByText(/reason/i, { selector: '[class*="error"]' })).toBeTruthy()
})

it('adds a deviation that nobody but a person can see', async () => {
  await begin()
  const { user } = await showPage(site, { at: `/candidates/${patientId}/visits` })
  await user.click(await screen.findByRole('button', { name: 'Add a deviation' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: /^Day/ }), '2026-11-12')
  await user.type(dialog.getByRole('textbox', { name: /^What departed/ }), 'wrong tube')
  await user.click(dialog.getByRole('radio', { name: 'not important' }))
  await user.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'mixed up')
  await user.click(dialog.getAllByRole('button', { name: 'Add' }).at(-1) as HTMLElement)
  await waitFor(async () => {
    const all = await site.api.deviations.list({ patientId })
    expect(all.filter(({ kind }) => kind === 'other')).toHaveLength(1)
  })
  expect(await screen.findByText(/wrong tube/)).toBeTruthy()
})
