import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { type PatientId, ProtocolId } from '#shared/core/ids.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
let patientId: PatientId

beforeEach(async () => {
  site = await startSite()
  const { patient } = await site.api.patients.register({
    screeningNumber: 'S-007',
    initials: 'LHM',
    sex: 'male',
  })
  patientId = patient.id
})
afterEach(() => site.dispose())

const protocol = ProtocolId.parse('NCT07413549')

describe('a new document of a trial', () => {
  it('is a review of the trends of the candidate who was chosen', async () => {
    const { user } = await showPage(site, { at: '/documents/new?kind=chart_review' })
    const keep = await screen.findByRole('button', { name: 'Keep it in the site file' })
    expect(keep).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('combobox', { name: 'Candidate' }))
    await user.click(await screen.findByRole('option', { name: 'S-007 LHM', hidden: true }))
    await user.click(keep)
    expect(await screen.findByRole('heading', { name: 'Review of trends' })).toBeTruthy()
    const [made] = await site.api.documents.list({ patientId })
    expect(made).toMatchObject({ kind: 'chart_review', patientId, protocolId: null })
  })

  it('is a list of deviations of everybody unless a candidate is chosen', async () => {
    const { user } = await showPage(site, { at: '/documents/new' })
    await user.click(await screen.findByRole('radio', { name: /^Protocol deviations/ }))
    await user.click(screen.getByRole('button', { name: 'Keep it in the site file' }))
    expect(await screen.findByRole('heading', { name: 'Protocol deviations' })).toBeTruthy()
    expect(await site.api.documents.list({})).toMatchObject([{ kind: 'deviation_list', patientId: null }])
  })

  it('is a worksheet only from its visit, and is not offered for an electronic signature', async () => {
    await showPage(site, { at: '/documents/new' })
    expect(await screen.findByRole('radio', { name: /^Protocol deviations/ })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /^Visit worksheet/ })).toBeNull()
    const request = { kind: 'visit_worksheet', patientId, protocolId: protocol, visit: 'week-1' } as const
    const { id } = await site.api.documents.create({ request, language: 'en' })
    location.hash = `/documents/${id}`
    expect(await screen.findByRole('heading', { name: /Visit worksheet/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Review and sign' })).toBeNull()
  })
})
