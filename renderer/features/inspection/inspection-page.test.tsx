import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { CivilDate } from '#shared/core/civil-date.ts'
import { FactContent } from '#shared/core/facts/content.ts'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import './inspection-page.tsx'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
afterEach(() => site.dispose())

/** Two candidates; of the first a serious event, a deviation that nobody classed as unimportant, and a document. */
async function startInspectedSite(): Promise<PatientId> {
  site = await startSite()
  const register = (screeningNumber: string) =>
    site.api.patients.register({ screeningNumber, initials: 'LHM', sex: 'male' })
  const { patient } = await register('S-007')
  await register('S-008')
  const patientId = patient.id
  const content = FactContent.parse({
    ...{ kind: 'adverse_event', from: '2026-11-20', term: 'haematemesis', grades: [] },
    ...{ serious: 'yes', criteria: ['hospitalisation'] },
  })
  await site.api.facts.record({ patientId, facts: [{ content }] })
  const note = { class: 'important' as const, reason: 'transport strike', told: [] }
  const on = CivilDate.parse('2026-11-18')
  const protocolId = ProtocolId.parse('NCT05106972')
  await site.api.deviations.add({ patientId, protocolId, on, text: 'sample taken a day late', note })
  await site.api.documents.create({
    request: { kind: 'trail_extract', patientId },
    language: 'en',
  })
  return patientId
}

async function showAsMonitor(at: string) {
  await site.addUser('monitor')
  await site.as('monitor')
  return showPage(site, { at })
}

const parts = () => within(screen.getByRole('navigation', { name: 'What to look at' }))
const shown = (name: string) => screen.findByRole('region', { name })

describe('the inspection', () => {
  it('is where a monitor begins, told to be read only here and on every other screen', async () => {
    await startInspectedSite()
    const { user } = await showAsMonitor('/')
    expect(await screen.findByRole('heading', { level: 1, name: 'Inspection' })).toBeTruthy()
    expect(screen.getByText('Inspection: read only', { selector: 'p' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Candidates/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Candidates' })).toBeTruthy()
    expect(screen.getByRole('note', { name: 'Inspection: read only' })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'Inspection' })).toBeNull()
  })

  it('is not where a monitor goes who was elsewhere, nor where an investigator begins', async () => {
    await startInspectedSite()
    const monitor = await showAsMonitor('/deviations')
    expect(await screen.findByRole('heading', { level: 1, name: 'Protocol deviations' })).toBeTruthy()
    monitor.unmount()
    await site.as('chen')
    await showPage(site)
    expect(await screen.findByRole('heading', { level: 1, name: 'Candidates' })).toBeTruthy()
    expect(screen.queryByRole('note', { name: 'Inspection: read only' })).toBeNull()
  })

  it('says candidate by candidate what will be asked about, and leads there', async () => {
    await startInspectedSite()
    const { user } = await showPage(site, { at: '/inspection' })
    const row = within(await screen.findByRole('row', { name: /S-007/ }))
    expect(row.getByText('1 serious')).toBeTruthy()
    expect(row.getByText('1 important')).toBeTruthy()
    const other = within(screen.getByRole('row', { name: /S-008/ }))
    expect(other.queryByText(/serious|important/)).toBeNull()
    await user.click(row.getByRole('link', { name: 'S-007' }))
    await waitFor(() => expect(screen.queryByRole('row', { name: /S-008/ })).toBeNull())
    await user.click(parts().getByRole('link', { name: 'Protocol deviations' }))
    expect(within(await shown('Protocol deviations')).getByText(/sample taken a day late/)).toBeTruthy()
    await user.click(parts().getByRole('link', { name: 'Adverse events' }))
    expect(
      await within(await shown('Adverse events')).findByRole('link', { name: 'haematemesis' }),
    ).toBeTruthy()
  })

  it('shows each document with its hash and that nobody signed it', async () => {
    const patientId = await startInspectedSite()
    const { user } = await showPage(site, { at: `/inspection?part=documents&patientId=${patientId}` })
    const region = within(await shown('Documents and signatures'))
    const row = within(await region.findByRole('row', { name: /Audit trail extract/ }))
    expect(row.getByText('not signed')).toBeTruthy()
    const [document] = await site.api.documents.list({ patientId })
    expect(row.getByText(document?.revisions[0]?.sha256 ?? '')).toBeTruthy()
    await user.click(region.getByRole('radio', { name: 'Needs attention (0)' }))
    expect(region.queryByRole('row', { name: /Audit trail extract/ })).toBeNull()
  })

  it('[A1] verifies the trail, and shows of a candidate what was entered about them alone', async () => {
    const patientId = await startInspectedSite()
    const { user } = await showPage(site, { at: `/inspection?part=trail&patientId=${patientId}` })
    const region = within(await shown('Audit trail'))
    const entries = within(await region.findByRole('list', { name: /newest first/ }))
    expect(entries.queryByText(/S-008/)).toBeNull()
    await user.click(region.getByRole('button', { name: 'Verify the trail' }))
    expect(await region.findByText(/The trail is whole/)).toBeTruthy()
  })

  it('[U2] offers an investigator nothing that changes the record either', async () => {
    await startInspectedSite()
    await showPage(site, { at: '/inspection?part=deviations' })
    const region = within(await shown('Protocol deviations'))
    await region.findByText(/sample taken a day late/)
    expect(region.queryByRole('button')).toBeNull()
    expect(screen.getByRole('link', { name: 'Prepare the dossier' })).toBeTruthy()
  })

  it('names nobody while the patient can see the screen', async () => {
    await startInspectedSite()
    const { user } = await showPage(site, { at: '/inspection' })
    await screen.findByRole('row', { name: /S-007/ })
    await user.keyboard('{F9}')
    expect(screen.queryByText('S-007')).toBeNull()
    expect(screen.getByText(/The record names patients/)).toBeTruthy()
  })

  it('is in Chinese for those who read Chinese, and opened by key', async () => {
    await startInspectedSite()
    const { user } = await showPage(site, { language: 'zh-CN', at: '/about' })
    await screen.findByRole('navigation', { name: '功能区' })
    await user.keyboard('{Control>}{Alt>}v{/Alt}{/Control}')
    expect(await screen.findByText('检查模式：只读')).toBeTruthy()
    expect(await screen.findByText('1 项重要', { selector: 'td *' })).toBeTruthy()
  })

  it('[U2] is not shown to an administrator', async () => {
    site = await startSite()
    await site.addUser('administrator')
    await site.as('administrator')
    await showPage(site, { at: '/inspection' })
    await screen.findByRole('navigation', { name: 'Areas' })
    expect(await screen.findByText(/see no clinical data/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Inspection/ })).toBeNull()
  })
})
