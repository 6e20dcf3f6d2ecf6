import { configure, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { CivilDate, PartialDate } from '#shared/core/civil-date.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { addColleague, OWN_PASSWORD } from '#test/support/sign.ts'

// The engine derives keys and the machine may be busy: slow is not wrong.
configure({ asyncUtilTimeout: 8000 })

const protocol = ProtocolId.parse('NCT07413549')
const enrolling = encodeURIComponent(JSON.stringify({ open: 'enter', kind: 'enrolment', protocol }))
let site: TestSite
let patientId: PatientId

beforeEach(async () => {
  site = await startSite()
  const { patient } = await site.api.patients.register({
    ...{ screeningNumber: 'S-001', initials: 'WXM', sex: 'male' },
  })
  patientId = patient.id
})
afterEach(() => site.dispose())

async function enterCohorts() {
  const content = SiteSafety.parse({
    ...{ schema: 'lobule.safety/1', protocol, protocolVersion: '2.1', reporting: { sponsorHours: 24 } },
    approvedOn: CivilDate.parse('2026-03-14'),
    cohorts: [
      { id: 'cohort-1', title: 'First level' },
      { id: 'cohort-2', title: 'Second level' },
    ],
  })
  await site.api.conduct.enterSafety({ protocolId: protocol, expectedVersion: 0, content })
}

it('asks for no cohort where the site has entered none', async () => {
  await showPage(site, { at: `/candidates/${patientId}/chart?panel=${enrolling}` })
  expect(await screen.findByRole('textbox', { name: /^Date/ })).toBeTruthy()
  expect(screen.queryByText('Cohort')).toBeNull()
})

it('offers the cohorts that the site has entered, and nothing is chosen before somebody chooses', async () => {
  await enterCohorts()
  const { user } = await showPage(site, { at: `/candidates/${patientId}/chart?panel=${enrolling}` })
  const first = await screen.findByRole<HTMLInputElement>('radio', { name: 'First level' })
  expect(first.checked).toBe(false)
  await user.click(first)
  expect(first.checked).toBe(true)
})

it('calls the cohort by its name in the chart', async () => {
  await enterCohorts()
  await addColleague(site, 'coordinator')
  await site.api.facts.record({
    patientId,
    facts: [
      {
        content: {
          ...{ kind: 'enrolment', protocol, status: 'enrolled', cohort: 'cohort-2' },
          on: PartialDate.parse('2026-11-05'),
        },
      },
    ],
    override: { second: { loginName: 'coordinator', password: OWN_PASSWORD }, reason: 'began on paper' },
  })
  await showPage(site, { at: `/candidates/${patientId}/chart` })
  expect(await screen.findByText(/Second level/)).toBeTruthy()
})
