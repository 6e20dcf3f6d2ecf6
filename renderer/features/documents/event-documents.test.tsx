import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { FactContent } from '#shared/core/facts/content.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
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

async function record(more: object = {}): Promise<FactId> {
  const content = FactContent.parse({
    ...{ kind: 'adverse_event', from: '2026-11-20', term: 'haematemesis', grades: [] },
    ...more,
  })
  const { facts } = await site.api.facts.record({ patientId, facts: [{ content }] })
  return facts[0]?.id ?? expect.fail('nothing was charted')
}

const serious = { serious: 'yes', criteria: ['hospitalisation'] }

describe('a new document of an adverse event', () => {
  it('is a listing with the filters that are chosen', async () => {
    await record(serious)
    const { user } = await showPage(site, { at: '/documents/new' })
    await user.click(await screen.findByRole('radio', { name: /^Listing of adverse events/ }))
    await user.click(screen.getByRole('combobox', { name: 'Serious' }))
    await user.click(await screen.findByRole('option', { name: 'yes', hidden: true }))
    await user.click(screen.getByRole('button', { name: 'Keep it in the site file' }))
    expect(await screen.findByRole('heading', { name: 'Listing of adverse events' })).toBeTruthy()
    expect(await site.api.documents.list({})).toMatchObject([{ kind: 'event_listing', patientId: null }])
  })

  it('is a report only from its event, to the recipient who is chosen', async () => {
    const event = await record(serious)
    await showPage(site, { at: '/documents/new' })
    expect(await screen.findByRole('radio', { name: /^Listing of adverse events/ })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /^Serious adverse event report/ })).toBeNull()
    location.hash = `/documents/new?kind=sae_report&event=${event}`
    expect(await screen.findByRole('combobox', { name: 'Goes to' })).toHaveProperty('value', 'sponsor')
  })

  it('is opened from the page of its event: the report of a serious one, the summary of any', async () => {
    const event = await record(serious)
    const { user } = await showPage(site, { at: `/candidates/${patientId}/safety/${event}` })
    await user.click(await screen.findByRole('link', { name: 'Serious adverse event report' }))
    await user.click(await screen.findByRole('button', { name: 'Keep it in the site file' }))
    expect(await screen.findByRole('heading', { name: 'Serious adverse event report' })).toBeTruthy()
    expect(await site.api.documents.list({ patientId })).toMatchObject([{ kind: 'sae_report' }])
    const mild = await record({ serious: 'no' })
    location.hash = `/candidates/${patientId}/safety/${mild}`
    expect(await screen.findByRole('link', { name: 'Case summary' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Serious adverse event report' })).toBeNull()
  })
})
