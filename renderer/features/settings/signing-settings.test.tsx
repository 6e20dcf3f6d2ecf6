import { screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
afterEach(() => site.dispose())

async function showSigning() {
  site = await startSite()
  await site.addUser('coordinator')
  const page = await showPage(site, { at: '/settings/signing' })
  await page.user.click(await screen.findByRole('button', { name: 'Enable signing' }))
  const dialog = within(await screen.findByRole('dialog'))
  const type = async (label: RegExp, text: string) => {
    const field = dialog.getByLabelText(label, { selector: 'input' })
    await page.user.clear(field)
    await page.user.click(field)
    await page.user.paste(text)
  }
  const choose = async (name: string) => {
    await page.user.click(dialog.getByRole('combobox', { name: /^Identity document/ }))
    // Where nothing has a size, a dropdown counts as detached and hidden.
    await page.user.click(await screen.findByRole('option', { name, hidden: true }))
  }
  const enable = () => page.user.click(dialog.getByRole('button', { name: 'Enable signing' }))
  return { ...page, dialog, type, choose, enable }
}

describe('enabling one’s signature', () => {
  it('[U4] takes a second person who saw an identity document, and keeps who and which', async () => {
    const { dialog, type, choose, enable } = await showSigning()
    await enable()
    expect(dialog.getByText('Choose the document that the second person saw.')).toBeTruthy()
    expect(dialog.getByText('The second person types their password here.')).toBeTruthy()
    await type(/^Current password/, PASSWORD)
    await choose('Passport')
    await type(/^Login name of/, 'coordinator')
    await type(/^Password of/, PASSWORD)
    await enable()
    expect(await screen.findByText(/Signing is enabled/)).toBeTruthy()
    expect(screen.getByText('User coordinator, who saw: Passport')).toBeTruthy()
    const [checked] = await site.api.audit.list({ action: 'signing.check_identity' })
    expect(checked?.newValue).toMatchObject({ identityDocument: 'passport' })
  })

  it('[U5] does without nobody: not oneself twice, not a wrong password, which is forgotten at once', async () => {
    const { dialog, type, choose, enable } = await showSigning()
    await type(/^Current password/, PASSWORD)
    await choose('Identity card')
    await type(/^Login name of/, 'chen')
    await type(/^Password of/, PASSWORD)
    await enable()
    expect(await dialog.findByText(/The second person was not accepted/)).toBeTruthy()
    await type(/^Login name of/, 'coordinator')
    await type(/^Password of/, 'not this password')
    await enable()
    expect(await dialog.findByText(/do not belong together/)).toBeTruthy()
    expect(dialog.getByLabelText(/^Password of/, { selector: 'input' })).toHaveProperty('value', '')
    expect(dialog.getByLabelText(/^Login name of/)).toHaveProperty('value', 'coordinator')
    const people = await site.api.signing.people({})
    expect(people.map(({ state }) => state)).not.toContain('ready')
  })
})

describe('the site certificate', () => {
  it('shows its fingerprint as it stands on paper', async () => {
    site = await startSite()
    await showPage(site, { at: '/settings/signing' })
    const authority = await site.api.signing.authority({})
    const printed = authority?.sha256.toUpperCase().match(/.{4}/g)?.join(' ') ?? ''
    expect(printed).not.toBe('')
    expect(await screen.findByText(printed)).toBeTruthy()
  })
})

describe('a password that another person reset', () => {
  it('[U5] ends the certificate, and tells so in the list of users', async () => {
    site = await startSite()
    await site.addUser('principal_investigator')
    const second = { loginName: 'principal_investigator', password: PASSWORD }
    await site.api.signing.enable({ password: PASSWORD, second, identityDocument: 'staff_card' })
    await site.as('principal_investigator')
    const page = await showPage(site, { at: '/settings/users' })
    await page.user.click(await screen.findByRole('button', { name: 'Change Chen Wei' }))
    // Where nothing has a size, a dropdown counts as detached and hidden.
    await page.user.click(await screen.findByRole('menuitem', { name: 'Reset the password', hidden: true }))
    const dialog = within(await screen.findByRole('dialog'))
    await page.user.type(dialog.getByLabelText(/^First password/), 'a password to hand over')
    await page.user.type(dialog.getByLabelText(/^The same password again/), 'a password to hand over')
    await page.user.type(dialog.getByLabelText(/^Reason/), 'Forgotten')
    await page.user.click(dialog.getByRole('button', { name: 'Reset the password' }))
    expect(await screen.findByText('ended: password reset')).toBeTruthy()
  })
})

describe('the rules for passwords', () => {
  it('[U6] are set with a reason, within their limits', async () => {
    site = await startSite()
    const { user } = await showPage(site, { at: '/settings/site' })
    await user.click(await screen.findByRole('button', { name: 'Change the rules' }))
    await user.click(screen.getByRole('checkbox', { name: 'Passwords expire' }))
    const days = screen.getByLabelText(/^Days until/)
    await user.clear(days)
    await user.type(days, '7')
    await user.type(screen.getByLabelText(/^Reason/), 'Asked for by the sponsor')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText(/from 30 to 730/)).toBeTruthy()
    await user.clear(days)
    await user.type(days, '180')
    const recall = screen.getByLabelText(/^Earlier passwords/)
    await user.clear(recall)
    await user.type(recall, '5')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/has to be changed after 180 days/)).toBeTruthy()
    expect(await site.api.settings.get({})).toMatchObject({ passwordMaxAgeDays: 180, passwordRecall: 5 })
  })

  it('ask for a countersignature with a reason', async () => {
    site = await startSite()
    const { user } = await showPage(site, { at: '/settings/site' })
    await user.click(await screen.findByRole('button', { name: 'Ask for countersignatures' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('Give the reason for the change.')).toBeTruthy()
    await user.type(screen.getByLabelText(/^Reason/), 'Delegation log of November')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/waits for the countersignature/)).toBeTruthy()
    expect(await site.api.settings.get({})).toMatchObject({ countersignature: true })
  })
})
