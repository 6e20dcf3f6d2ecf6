import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PatientId } from '#shared/core/ids.ts'
import { meanings } from '#shared/core/signatures/meaning.ts'
import { PASSWORD, startClock, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { type Sight, watchSight } from '#test/support/sight.ts'
import {
  chartSample,
  enableChen,
  reviseTransplant,
  SIGNED_PROTOCOL,
  signNow,
  signReadings,
} from '#test/support/sign.ts'

let site: TestSite
let sight: Sight
let patientId: PatientId

/** Keys are derived and documents made for real. */
const SLOW = 30_000

beforeEach(async () => {
  sight = watchSight()
  site = await startSite(startClock('2026-11-20T02:00:00.000Z'))
  await enableChen(site)
  await signReadings(site)
  patientId = await chartSample(site, 'tr-001-eligible')
  // A new session: nothing has been signed in it.
  await site.as('chen')
}, SLOW)
afterEach(() => {
  site.dispose()
  sight.restore()
})

const address = () => `/candidates/${patientId}/sign/${SIGNED_PROTOCOL}`

async function showCeremony() {
  const page = await showPage(site, { at: address() })
  const form = await screen.findByRole('form', { name: 'Sign' })
  return { ...page, form, readOn: () => act(() => sight.scrollToEnd()) }
}

const field = (label: RegExp) => screen.getByLabelText(label, { selector: 'input' })
const meaning = () => screen.getByRole('radio', { name: /Eligibility approval/ })
const button = () => screen.getByRole('button', { name: /^Sign/ })

describe('the ceremony', () => {
  it('shows every criterion with the source, its evidence and when it was entered', async () => {
    await showCeremony()
    const record = screen.getByRole('region', { name: 'What will be signed' })
    const { screenings } = await site.api.screening.patient({ patientId })
    const criteria = screenings.find(({ protocol }) => protocol.id === SIGNED_PROTOCOL)?.criteria ?? []
    expect(criteria.length).toBeGreaterThan(5)
    for (const { label, quote } of criteria) {
      expect(within(record).getByText(label, { exact: true })).toBeTruthy()
      expect(record.textContent).toContain(quote)
    }
    expect(
      within(record).getAllByText(/Entered 20 Nov 2026 10:00:00 \(UTC\+08:00\) by Chen Wei/),
    ).not.toEqual([])
  })

  it('stays closed until the record was read to its end, and says so', async () => {
    const { readOn } = await showCeremony()
    expect(field(/Login name/).closest('fieldset')?.disabled).toBe(true)
    expect(screen.getByText('Read on to the end to sign')).toBeTruthy()
    expect(screen.getByText(/Still missing: reading to the end/)).toBeTruthy()
    readOn()
    await waitFor(() => expect(field(/Login name/).closest('fieldset')?.disabled).toBe(false))
    expect(screen.queryByText('Read on to the end to sign')).toBeNull()
  })

  it('[E7] fills in nothing: no meaning is chosen, no login name and no password stand there', async () => {
    const { readOn } = await showCeremony()
    readOn()
    expect(meaning()).toHaveProperty('checked', false)
    for (const input of [field(/Login name/), field(/^Password/)]) {
      expect(input).toHaveProperty('value', '')
      expect(input.getAttribute('autocomplete')).toMatch(/^(?:off|new-password)$/)
    }
    expect(button()).toHaveProperty('disabled', true)
  })

  it('[E4] offers the meaning from a list, with its whole statement in both languages', async () => {
    await showCeremony()
    const { statement } = meanings.eligibility_approval
    expect(screen.getByText(statement.en).getAttribute('lang')).toBe('en')
    expect(screen.getByText(statement['zh-CN']).getAttribute('lang')).toBe('zh-CN')
  })

  it('[E1] asks for login name and password at the first signature of a session, then for the password alone', async () => {
    await signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })
    const other = await chartSample(site, 'tr-011-too-old-and-hcc')
    await showPage(site, { at: `/candidates/${other}/sign/${SIGNED_PROTOCOL}` })
    await screen.findByRole('form', { name: 'Sign' })
    expect(field(/^Password/)).toBeTruthy()
    expect(screen.queryByLabelText(/Login name/, { selector: 'input' })).toBeNull()
  })

  it('[E1] asks for both again after a lock', async () => {
    await signNow(site, { kind: 'eligibility', patientId, protocolId: SIGNED_PROTOCOL })
    await site.as('chen')
    const other = await chartSample(site, 'tr-011-too-old-and-hcc')
    await showPage(site, { at: `/candidates/${other}/sign/${SIGNED_PROTOCOL}` })
    await screen.findByRole('form', { name: 'Sign' })
    expect(field(/Login name/)).toBeTruthy()
  })

  it('[E2] shows what was signed, with printed name, role, time with offset, meaning and hash', async () => {
    const { user, readOn } = await showCeremony()
    readOn()
    await user.click(meaning())
    await user.type(field(/Login name/), 'chen')
    await user.type(field(/^Password/), PASSWORD)
    await user.click(button())
    expect(await screen.findByRole('heading', { name: 'Signed' })).toBeTruthy()
    const [signed] = await site.api.signatures.list({ patientId })
    if (signed === undefined) throw new Error('nothing was signed')
    const { sha256 } = await site.api.signatures.get({ id: signed.id })
    const shown = screen.getByRole('region', { name: 'Eligibility approval' })
    await within(shown).findByText(sha256)
    expect(within(shown).getByText('Chen Wei')).toBeTruthy()
    expect(within(shown).getByText('Principal investigator')).toBeTruthy()
    expect(within(shown).getByText('20 Nov 2026 10:00:00 (UTC+08:00)')).toBeTruthy()
    expect(within(shown).getByText(meanings.eligibility_approval.statement.en)).toBeTruthy()
  })

  it('tells a wrong password at its field, with the wait, and keeps the rest', async () => {
    const { user, readOn } = await showCeremony()
    readOn()
    await user.click(meaning())
    await user.type(field(/Login name/), 'chen')
    await user.type(field(/^Password/), 'not the password')
    await user.click(button())
    expect(await screen.findByText(/Login name and password are not yours/)).toBeTruthy()
    expect(field(/^Password/).getAttribute('aria-invalid')).toBe('true')
    expect(field(/Login name/)).toHaveProperty('value', 'chen')
    expect(meaning()).toHaveProperty('checked', true)
    expect(await site.api.signatures.list({ patientId })).toEqual([])
  })

  it('refuses what changed since it was shown, and shows it again to be read anew', async () => {
    const { user, readOn } = await showCeremony()
    readOn()
    await user.click(meaning())
    await user.type(field(/Login name/), 'chen')
    await user.type(field(/^Password/), PASSWORD)
    await reviseTransplant(site, patientId)
    await user.click(button())
    const again = await screen.findByRole('button', { name: 'Review again' })
    expect(await site.api.signatures.list({ patientId })).toEqual([])
    await user.click(again)
    await waitFor(() => expect(screen.getByText('Read on to the end to sign')).toBeTruthy())
    expect(field(/^Password/)).toHaveProperty('value', '')
  })
})

describe('what stands in the way', () => {
  it('leads to what would remove it, and offers no ceremony', async () => {
    const { patient } = await site.api.patients.register({
      ...{ screeningNumber: 'S-9', initials: 'ABC', sex: 'male' },
    })
    await showPage(site, { at: `/candidates/${patient.id}/sign/${SIGNED_PROTOCOL}` })
    expect(await screen.findByText(/The verdict is not determined/)).toBeTruthy()
    expect(await screen.findByRole('button', { name: /birth date/i })).toBeTruthy()
    expect(screen.queryByRole('form', { name: 'Sign' })).toBeNull()
  })

  it('asks for one’s own judgement in place of somebody else’s', async () => {
    await site.addUser('sub_investigator')
    await site.as('sub_investigator')
    await site.api.session.changePassword({ currentPassword: PASSWORD, newPassword: 'another long password' })
    const { user } = await showPage(site, { at: address() })
    await user.click(await screen.findByRole('button', { name: /^Judge E\d+ yourself/ }))
    const panel = await screen.findByRole('complementary', { name: 'Beside the candidate' })
    expect(await within(panel).findByRole('textbox', { name: /Ground/ })).toBeTruthy()
  })
})
