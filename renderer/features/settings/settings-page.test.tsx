import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite | undefined
afterEach(() => site?.dispose())

async function showSettings(tab: string, language: 'en' | 'zh-CN' = 'en') {
  site = await startSite()
  return { ...(await showPage(site, { at: `/settings/${tab}`, language })), site }
}

describe('users', () => {
  it('are added with a first password, under a login name that nobody has', async () => {
    const { user, site } = await showSettings('users')
    await user.click(await screen.findByRole('button', { name: 'Add a user' }))
    const dialog = await screen.findByRole('dialog')
    const within_ = within(dialog)
    await user.type(within_.getByLabelText(/^Full name/), 'Li Na')
    await user.type(within_.getByLabelText(/^Login name/), 'chen')
    await user.type(within_.getByLabelText(/^First password/), PASSWORD)
    await user.type(within_.getByLabelText(/^The same password again/), PASSWORD)
    await user.click(within_.getByRole('button', { name: 'Add a user' }))
    expect(await within_.findByText(/This login name is taken/)).toBeTruthy()

    await user.clear(within_.getByLabelText(/^Login name/))
    await user.type(within_.getByLabelText(/^Login name/), 'lina')
    await user.click(within_.getByRole('button', { name: 'Add a user' }))
    expect(await screen.findByRole('cell', { name: 'lina' })).toBeTruthy()
    const users = await site.api.users.list({})
    expect(users.find(({ loginName }) => loginName === 'lina')).toMatchObject({
      fullName: 'Li Na',
      role: 'coordinator',
    })
  })

  it('[A4] are deactivated with a reason only, and the last investigator not at all', async () => {
    site = await startSite()
    await site.addUser('monitor')
    const { user } = await showPage(site, { at: '/settings/users' })
    await user.click(await screen.findByRole('button', { name: 'Change Chen Wei' }))
    // Where nothing has a size, a dropdown counts as detached and hidden.
    const item = (name: string) => ({ name, hidden: true })
    expect(await screen.findByRole('menuitem', item('Show full names'))).toBeTruthy()
    expect(screen.queryByRole('menuitem', item('Deactivate'))).toBeNull()
    await user.keyboard('{Escape}')

    await user.click(screen.getByRole('button', { name: 'Change User monitor' }))
    await user.click(await screen.findByRole('menuitem', item('Deactivate')))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }))
    expect(dialog.getByText('Give the reason for the change.')).toBeTruthy()
    await user.type(dialog.getByLabelText(/^Reason/), 'Visit is over')
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }))
    expect(await screen.findByText('deactivated')).toBeTruthy()
  })

  it('are only shown to those who may not manage them', async () => {
    site = await startSite()
    await site.addUser('coordinator')
    await site.as('coordinator')
    await showPage(site, { at: '/settings/users' })
    expect(await screen.findByRole('cell', { name: 'chen' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add a user' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Change / })).toBeNull()
  })
})

describe('the idle time', () => {
  it('is changed with a reason', async () => {
    const { user, site } = await showSettings('site')
    await user.click(await screen.findByRole('button', { name: 'Change the time' }))
    const minutes = screen.getByLabelText(/^Minutes/)
    await user.clear(minutes)
    await user.type(minutes, '90')
    await user.type(screen.getByLabelText(/^Reason/), 'Shared room')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText(/from 1 to 60/)).toBeTruthy()
    await user.clear(minutes)
    await user.type(minutes, '5')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/locks after 5 minutes/)).toBeTruthy()
    expect(await site.api.settings.get({})).toMatchObject({ version: 1, idleMinutes: 5 })
  })
})

describe('laboratories', () => {
  it('are added with their tests; numbers stay as they were typed', async () => {
    const { user, site } = await showSettings('laboratories')
    await user.click(await screen.findByRole('button', { name: 'Add a laboratory' }))
    await user.type(screen.getByLabelText(/^Name/), 'Central laboratory')
    await user.click(screen.getByRole('button', { name: 'Add a test' }))
    await user.type(screen.getByRole('combobox', { name: 'Test 1' }), 'albumin{Enter}')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByRole('combobox', { name: 'Test 1' })).toHaveProperty('value', 'ALB – albumin')
    expect(screen.getByText('Choose the unit.')).toBeTruthy()
    await user.click(screen.getByRole('combobox', { name: 'Unit of test 1' }))
    // Where nothing has a size, a dropdown counts as detached and hidden.
    await user.click(await screen.findByRole('option', { name: 'g/L', hidden: true }))
    await user.type(screen.getByLabelText('Range from, test 1'), '55.0')
    await user.type(screen.getByLabelText('Range to, test 1'), '40.0')
    expect(screen.getByText('Lies above the upper limit.')).toBeTruthy()
    await user.clear(screen.getByLabelText('Range from, test 1'))
    await user.type(screen.getByLabelText('Range from, test 1'), '35.0')
    await user.type(screen.getByLabelText(/^Usual control/), '12.10')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    expect(await screen.findByRole('cell', { name: 'Central laboratory' })).toBeTruthy()
    const [laboratory] = await site.api.laboratories.list({})
    expect(laboratory).toMatchObject({
      name: 'Central laboratory',
      tests: [{ loinc: '1751-7', unit: 'g/L', range: { low: '35.0', high: '40.0' } }],
      usualControl: '12.10',
    })
    await waitFor(async () => expect(await site.api.drafts.list({})).toEqual([]))
  })

  it('[A4] change with a reason; what was begun and not saved is offered again', async () => {
    site = await startSite()
    await site.api.laboratories.add({ name: 'Ward', tests: [] })
    const { user } = await showPage(site, { at: '/settings/laboratories' })
    await user.click(await screen.findByRole('button', { name: 'Edit Ward' }))
    await user.type(screen.getByLabelText(/^Name/), ' 7')
    await waitFor(async () => expect(await site?.api.drafts.list({})).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Back to the list' }))
    await user.click(await screen.findByRole('button', { name: 'Edit Ward' }))
    await user.click(await screen.findByRole('button', { name: 'Continue' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByText('Give the reason for the change.')).toBeTruthy()
    await user.type(screen.getByLabelText(/^Reason/), 'Moved')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/Version 2/)).toBeTruthy()
    expect(screen.getByRole('cell', { name: 'Ward 7' })).toBeTruthy()
  })
})

describe('the own password', () => {
  it('is changed after the current one', async () => {
    const { user, site } = await showSettings('password')
    await user.type(await screen.findByLabelText(/^Current password/), 'not my password')
    await user.type(screen.getByLabelText(/^New password/), 'one more long password')
    await user.type(screen.getByLabelText(/^The same password again/), 'one more long password')
    const change = screen.getByRole('button', { name: 'Change the password' })
    await user.click(change)
    expect(await screen.findByText('The current password is not right')).toBeTruthy()
    await user.clear(screen.getByLabelText(/^Current password/))
    await user.type(screen.getByLabelText(/^Current password/), PASSWORD)
    await user.click(change)
    expect(await screen.findByText(/The password is changed/)).toBeTruthy()
    expect(screen.getByLabelText(/^New password/)).toHaveProperty('value', '')
    site.lock()
    const again = site.api.session.unlock({ loginName: 'chen', password: 'one more long password' })
    expect((await again).user.loginName).toBe('chen')
  })
})

describe('language', () => {
  it('changes at once', async () => {
    const { user } = await showSettings('appearance')
    await user.click(await screen.findByRole('radio', { name: '中文' }))
    expect(await screen.findByRole('heading', { name: '设置' })).toBeTruthy()
  })
})
