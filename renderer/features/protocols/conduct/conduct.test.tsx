import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

const protocolId = ProtocolId.parse('NCT07413549')
let site: TestSite

beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const schedule = (windows: SiteSchedule['windows'] = []) =>
  SiteSchedule.parse({
    schema: 'lobule.schedule/1',
    protocol: protocolId,
    protocolVersion: '2.1',
    approvedOn: CivilDate.parse('2026-03-14'),
    ...{ windows, extraVisits: [], assessments: [] },
    doses: { hasIdentifier: true, checklist: [], stoppingRules: [] },
  })

const enter = (content: SiteSchedule, expectedVersion: number, reason?: string) =>
  site.api.conduct.enterSchedule({ protocolId, expectedVersion, content, ...(reason && { reason }) })

describe('the visits and doses of the site', () => {
  const at = `/protocols/${protocolId}#visits-and-doses`

  it('presets nothing, and says what is missing only when somebody saves', async () => {
    const { user } = await showPage(site, { at })
    const before = await screen.findByRole('textbox', { name: 'Week 4: days before' })
    expect(before).toHaveProperty('value', '')
    expect(screen.queryByRole('button', { name: /^Save as version/ })).toBeNull()
    await user.type(before, '3')
    await user.click(screen.getByRole('button', { name: /^Save as version 1/ }))
    expect(await screen.findByText(/Something is missing or wrong/)).toBeTruthy()
    expect(screen.getAllByText('Required').length).toBeGreaterThan(1)
    const { schedule: saved } = await site.api.conduct.get({ protocolId })
    expect(saved).toBeNull()
  })

  it('are entered with windows and a checklist, and a change shows its reason and what it changed', async () => {
    await enter(schedule(), 0)
    const { user } = await showPage(site, { at })
    await user.type(await screen.findByRole('textbox', { name: 'Week 4: days before' }), '3')
    await user.type(screen.getByRole('textbox', { name: 'Week 4: days after' }), '5')
    await user.click(screen.getByRole('button', { name: 'Add an item' }))
    await user.type(screen.getByRole('textbox', { name: 'Item 1' }), 'Temperature below 37.5 °C')
    await user.selectOptions(screen.getByRole('combobox', { name: /^Wanted answer/ }), 'yes')
    await user.click(screen.getByRole('button', { name: /^Save as version 2/ }))
    expect(await screen.findByText(/Give the reason for the change/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /Reason for the change/ }), 'amendment 1')
    await user.click(screen.getByRole('button', { name: /^Save as version 2/ }))
    const history = within(await screen.findByRole('region', { name: 'Versions' }))
    expect(await history.findByText('amendment 1')).toBeTruthy()
    expect(history.getByText('Week 4').parentElement?.textContent).toBe('Week 4 not entered → −3 to +5 days')
    const { schedule: saved } = await site.api.conduct.get({ protocolId })
    expect(saved?.content.windows).toEqual([{ visit: 'week-4', before: 3, after: 5 }])
    expect(saved?.content.doses.checklist).toEqual([
      { id: 'check-1', text: 'Temperature below 37.5 °C', wanted: 'yes' },
    ])
  })

  it('are not written over unseen where somebody was faster', async () => {
    await enter(schedule(), 0)
    const { user } = await showPage(site, { at })
    await user.type(await screen.findByRole('textbox', { name: 'Version of the protocol' }), '-draft')
    await enter(schedule([{ visit: 'week-1', before: 1, after: 1 }]), 1, 'faster')
    await user.type(screen.getByRole('textbox', { name: /Reason for the change/ }), 'slower')
    await user.click(screen.getByRole('button', { name: /^Save as version 2/ }))
    await user.click(await screen.findByRole('button', { name: 'Take the newest, let mine go' }))
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Version of the protocol' })).toHaveProperty('value', '2.1'),
    )
    expect(screen.getByRole('textbox', { name: 'Week 1: days before' })).toHaveProperty('value', '1')
  })

  it('are for the principal investigator to enter, and for a monitor to read', async () => {
    await enter(schedule(), 0)
    await site.addUser('monitor')
    await site.as('monitor')
    await showPage(site, { at })
    const field = await screen.findByRole('textbox', { name: 'Version of the protocol' })
    expect(field.matches(':disabled')).toBe(true)
    expect(screen.getByText('The principal investigator enters this.')).toBeTruthy()
  })

  it('are kept as a draft while they are typed', async () => {
    const first = await showPage(site, { at })
    await first.user.type(await screen.findByRole('textbox', { name: 'Version of the protocol' }), '3.0')
    await waitFor(async () => expect(await site.api.drafts.list({})).toHaveLength(1))
    first.unmount()
    const { user } = await showPage(site, { at })
    await user.click(await screen.findByRole('button', { name: 'Continue with it' }))
    expect(screen.getByRole('textbox', { name: 'Version of the protocol' })).toHaveProperty('value', '3.0')
  })
})

describe('the scores and charts of the site', () => {
  const at = `/protocols/${protocolId}#scores-and-charts`

  it('take Child-Pugh as a whole or not at all', async () => {
    const { user } = await showPage(site, { at })
    const grade = within(await screen.findByRole('radiogroup', { name: 'Ascites grade 1' }))
    await user.click(grade.getByRole('radio', { name: '2 points' }))
    await user.click(screen.getByRole('button', { name: /^Save as version 1/ }))
    expect((await screen.findAllByText('Chosen as a whole or not at all')).length).toBe(4)
    await user.click(screen.getByRole('radio', { name: 'INR' }))
    await user.click(screen.getByRole('radio', { name: '2 and 3 mg/dL' }))
    for (const name of ['Ascites grade 2', 'Ascites grade 3']) {
      const group = within(screen.getByRole('radiogroup', { name }))
      await user.click(group.getByRole('radio', { name: '3 points' }))
    }
    await user.click(screen.getByRole('button', { name: /^Save as version 1/ }))
    await waitFor(async () =>
      expect((await site.api.conduct.get({ protocolId })).charting?.content.childPugh).toEqual({
        ascites: { grade_1: 2, grade_2: 3, grade_3: 3 },
        ...{ coagulation: 'inr', bands: 'mg_dl' },
      }),
    )
  })
})
