import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import '#renderer/features/backups/rekey-page.tsx'
import { failureOf, PASSWORD, startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
afterEach(() => site.dispose())

const SLOW = 60_000

async function reachPeople() {
  site = await startSite()
  await site.addUser('sub_investigator')
  await site.addUser('monitor')
  const page = await showPage(site, { at: '/backups/key' })
  const { user } = page
  expect(await screen.findByText(/they open with the passwords and the recovery key of then/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^Begin/ }))
  const list = within(await screen.findByRole('list', { name: 'The recovery key' }))
  const groups = list.getAllByRole('listitem')
  const key = groups.flatMap(item => /^\d{1,2}([0-9A-Z]{4})$/.exec(item.textContent ?? '')?.[1] ?? [])
  expect(key).toHaveLength(14)
  await user.click(screen.getByRole('button', { name: 'I have it: check it' }))
  expect(document.body.textContent).not.toContain(key[3])
  await user.click(screen.getByLabelText(/^Recovery key/))
  await user.paste(key.join(' '))
  await user.click(screen.getByRole('button', { name: 'Go on: who stays' }))
  return { ...page, key: key.join('-') }
}

describe('another key for the store', () => {
  it(
    '[S2] [B3] is given over a key that was typed back; who is not there is named, and everybody else goes on',
    async () => {
      const { user, key } = await reachPeople()
      await user.click(screen.getByRole('button', { name: 'Give the store another key' }))
      expect(screen.getByText('Your own password is needed.')).toBeTruthy()
      expect(screen.getByText(/will need first passwords from you/)).toBeTruthy()
      await user.type(screen.getByLabelText(/^Your own password/), PASSWORD)
      await user.type(screen.getByLabelText('Password of User sub_investigator'), PASSWORD)
      expect(screen.getByText(/^User monitor will need a first password/)).toBeTruthy()
      await user.type(screen.getByLabelText(/^Why the store/), 'The coordinator left')
      await user.click(screen.getByRole('button', { name: 'Give the store another key' }))
      expect(await screen.findByRole('button', { name: 'Unlock' }, { timeout: 20_000 })).toBeTruthy()
      expect(document.body.textContent).not.toContain(key.slice(0, 4))

      await site.api.session.unlock({ loginName: 'sub_investigator', password: PASSWORD })
      await site.api.session.lock({})
      const left = site.api.session.unlock({ loginName: 'monitor', password: PASSWORD })
      expect(await failureOf(left)).toMatchObject({ code: 'wrong_password' })
    },
    SLOW,
  )

  it(
    'is refused with the name of whose password is wrong, and nothing is changed',
    async () => {
      const { user } = await reachPeople()
      await user.type(screen.getByLabelText(/^Your own password/), PASSWORD)
      await user.type(screen.getByLabelText('Password of User monitor'), 'another password')
      await user.type(screen.getByLabelText(/^Why the store/), 'The coordinator left')
      await user.keyboard('{Enter}')
      expect(
        await screen.findByText(/^The password of User monitor is not right/, {}, { timeout: 20_000 }),
      ).toBeTruthy()
      expect(await site.api.session.current({})).toMatchObject({ user: { loginName: 'chen' } })
    },
    SLOW,
  )

  it('is broken off without a trace before the last step', async () => {
    const { user, key } = await reachPeople()
    await user.click(screen.getByRole('button', { name: 'Break off: nothing was changed' }))
    expect(await screen.findByRole('heading', { name: 'Backups' })).toBeTruthy()
    await site.api.session.lock({})
    const opening = { recoveryKey: key, loginName: 'chen', newPassword: 'one more long password' }
    const opened = site.api.session.unlockWithRecovery(opening)
    expect(await failureOf(opened)).toMatchObject({ code: 'wrong_password' })
  })

  it('[U2] is the principal investigator’s alone', async () => {
    site = await startSite()
    await site.addUser('administrator')
    await site.as('administrator')
    await showPage(site, { at: '/backups/key' })
    expect(await screen.findByText(/The principal investigator alone/)).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Begin/ })).toBeNull())
  })
})
