import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SiteSafety } from '#shared/core/adverse-events/site-safety.ts'
import { CivilDate } from '#shared/core/civil-date.ts'
import { ProtocolId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

const protocolId = ProtocolId.parse('NCT07413549')
const at = `/protocols/${protocolId}#safety-watch`
let site: TestSite

beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const safety = SiteSafety.parse({
  schema: 'lobule.safety/1',
  protocol: protocolId,
  protocolVersion: '2.1',
  approvedOn: CivilDate.parse('2026-03-14'),
  reporting: { sponsorHours: 24 },
  cohorts: [{ id: 'cohort-1', title: 'First level' }],
})

const saved = async () => (await site.api.conduct.get({ protocolId })).safety?.content

describe('the safety watch of the site', () => {
  it('presets the hours to the sponsor alone, and says that nobody has confirmed them', async () => {
    await showPage(site, { at })
    const hours = await screen.findByRole('textbox', { name: 'First report to the sponsor' })
    expect(hours).toHaveProperty('value', '24')
    expect(screen.getByText(/marked as not confirmed until you save/)).toBeTruthy()
    for (const name of ['First report to the ethics committee', 'Follow-up reports every', 'Window'])
      expect(screen.getByRole('textbox', { name })).toHaveProperty('value', '')
    expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([])
  })

  it('takes a definition of dose-limiting toxicity as a whole or not at all', async () => {
    const { user } = await showPage(site, { at })
    await user.type(await screen.findByRole('textbox', { name: 'Window' }), '28')
    await user.click(screen.getByRole('button', { name: /^Save as version 1/ }))
    expect((await screen.findAllByText('Required')).length).toBe(3)
    expect(await saved()).toBeUndefined()
  })

  it('is saved with its reason, and the versions say what became different', async () => {
    await site.api.conduct.enterSafety({ protocolId, expectedVersion: 0, content: safety })
    const { user } = await showPage(site, { at })
    expect(await screen.findByText('Confirmed by the site')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Document' }), 'Investigator’s brochure')
    await user.type(screen.getByRole('textbox', { name: 'Version' }), '3')
    await user.type(screen.getByRole('textbox', { name: 'Dated' }), '2026-01-10')
    await user.type(screen.getByRole('textbox', { name: 'Expected terms' }), 'Fever{Enter}Chills{Enter}Fever')
    await user.click(screen.getByRole('checkbox', { name: 'possible' }))
    await user.click(screen.getByRole('button', { name: 'Add a cohort' }))
    await user.type(screen.getByRole('textbox', { name: 'Cohort 2' }), 'Second level')
    await user.type(screen.getByRole('textbox', { name: /Reason for the change/ }), 'amendment 1')
    await user.click(screen.getByRole('button', { name: /^Save as version 2/ }))
    const history = within(await screen.findByRole('region', { name: 'Versions' }))
    expect(await history.findByText('amendment 1')).toBeTruthy()
    expect(history.getByText('Expected terms').parentElement?.textContent).toBe(
      'Expected terms not entered → Fever, Chills',
    )
    await waitFor(async () =>
      expect(await saved()).toMatchObject({
        reference: { version: '3', expected: ['Fever', 'Chills'] },
        relatedCategories: ['possible'],
        cohorts: [...safety.cohorts, { id: 'cohort-2', title: 'Second level' }],
      }),
    )
  })

  it('is for the principal investigator to enter, and for a monitor to read', async () => {
    await site.api.conduct.enterSafety({ protocolId, expectedVersion: 0, content: safety })
    await site.addUser('monitor')
    await site.as('monitor')
    await showPage(site, { at })
    const field = await screen.findByRole('textbox', { name: 'First report to the sponsor' })
    expect(field.matches(':disabled')).toBe(true)
  })
})
