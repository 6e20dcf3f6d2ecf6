import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { PASSWORD, startClock, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import {
  chartSample,
  enableChen,
  reviseTransplant,
  SIGNED_PROTOCOL,
  signNow,
  signReadings,
} from '#test/support/sign.ts'

let site: TestSite
let patientId: PatientId
let signed: SignatureSummary

const BY = /Chen Wei, Principal investigator, 20 Nov 2026 10:00:00 \(UTC\+08:00\): Eligibility approval/

/** Keys are derived and documents made for real. */
const SLOW = 30_000

beforeEach(async () => {
  // jsdom lays nothing out; in a window of no height no line of the log would be shown.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800)
  site = await startSite(startClock('2026-11-20T02:00:00.000Z'))
  await enableChen(site)
  await signReadings(site)
  patientId = await chartSample(site, 'tr-001-eligible')
  signed = await signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })
}, SLOW)
afterEach(() => {
  vi.restoreAllMocks()
  site.dispose()
})

const signOff = () => screen.findByRole('region', { name: `Signature for ${SIGNED_PROTOCOL}` })

describe('how a signature stands', () => {
  it('[E2] shows name, role, time with offset and meaning on the candidate and in the log', async () => {
    const page = await showPage(site, { at: `/candidates/${patientId}` })
    expect(await within(await signOff()).findByText(BY)).toBeTruthy()
    page.unmount()
    await showPage(site)
    const line = await screen.findByRole('row', { name: /TR-001/ })
    expect(await within(line).findByRole('img', { name: BY })).toBeTruthy()
  })

  it('[E6] says on the candidate that it no longer covers current data, with old and new value and the flip', async () => {
    await reviseTransplant(site, patientId)
    await showPage(site, { at: `/candidates/${patientId}` })
    const region = within(await signOff())
    expect(await region.findByText('No longer covers current data')).toBeTruthy()
    expect(region.getByText('not suitable')).toBeTruthy()
    expect(region.getByText('suitable')).toBeTruthy()
    expect(region.getByText(/The verdict would be another/)).toBeTruthy()
    expect(region.getByRole('link', { name: 'Review and sign again' })).toBeTruthy()
  })

  it('[E6] marks it in the log and filters those that need signing again', async () => {
    await chartSample(site, 'tr-011-too-old-and-hcc')
    await reviseTransplant(site, patientId)
    const { user } = await showPage(site)
    const line = await screen.findByRole('row', { name: /TR-001/ })
    expect(await within(line).findByRole('img', { name: /^No longer covers current data/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'To sign again 1' }))
    await waitFor(() => expect(screen.queryByRole('row', { name: /TR-011/ })).toBeNull())
    expect(screen.getByRole('row', { name: /TR-001/ })).toBeTruthy()
  })

  it('[E6] heads the work list with it, and counts it beside the rail’s entry', async () => {
    await reviseTransplant(site, patientId)
    await showPage(site, { at: '/work' })
    const first = await screen.findByRole('region', { name: /^Review again/ })
    expect(within(first).getByText(`TR-001 · ${SIGNED_PROTOCOL}`)).toBeTruthy()
    const { length } = await site.api.signatures.workList({})
    expect(screen.getByRole('button', { name: `To do ${length}` })).toBeTruthy()
  })

  it('[E5] draws the record as it was signed, whatever is charted since', async () => {
    await reviseTransplant(site, patientId)
    await showPage(site, { at: `/signatures/${signed.id}` })
    const record = within(await screen.findByRole('region', { name: 'The record as it was signed' }))
    expect(record.getByText('Eligible')).toBeTruthy()
    expect(record.getAllByText('Passes').length).toBeGreaterThan(5)
    expect(screen.getByText('Unchanged since it was signed')).toBeTruthy()
  })

  it('offers nothing to sign where the role does not sign', async () => {
    await site.addUser('monitor')
    await site.as('monitor')
    await site.api.session.changePassword({
      ...{ currentPassword: PASSWORD, newPassword: 'another long password' },
    })
    await showPage(site, { at: `/candidates/${patientId}` })
    expect(await within(await signOff()).findByText(BY)).toBeTruthy()
    expect(screen.queryByRole('link', { name: /Review and sign/ })).toBeNull()
  })
})
