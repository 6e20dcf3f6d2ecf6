import { screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PartialDate } from '#shared/core/civil-date.ts'
import { startSite, type TestSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

let site: TestSite
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site.dispose())

const field = (name: RegExp) => screen.getByRole('textbox', { name })

async function fillIn(user: UserEvent, number: string) {
  await user.type(await screen.findByRole('textbox', { name: /Screening number/ }), number)
  await user.type(field(/Initials/), 'ZWM')
  await user.click(screen.getByRole('radio', { name: 'Male' }))
  await user.type(field(/Birth date/), '14.03.1967')
}

it('adds a candidate and opens the screening', async () => {
  const { user } = await showPage(site, { at: '/candidates/new' })
  await fillIn(user, 'S-001')
  expect(screen.getByText('14 March 1967')).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByRole('heading', { level: 1, name: 'S-001' })).toBeTruthy()
  expect(await site.api.patients.list({})).toMatchObject([
    { screeningNumber: 'S-001', initials: 'ZWM', sex: 'male', birthDate: '1967-03-14' },
  ])
  expect(await site.api.drafts.list({})).toEqual([])
})

it('says at each field what it needs, and goes to the first', async () => {
  const { user } = await showPage(site, { at: '/candidates/new' })
  await screen.findByRole('textbox', { name: /Screening number/ })
  await user.type(field(/Birth date/), '2031')
  await user.click(screen.getByRole('button', { name: /Add and open/ }))
  expect(screen.getAllByText('Needed')).toHaveLength(3)
  expect(screen.getByText('Lies in the future')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(field(/Screening number/)))
  expect(await site.api.patients.list({})).toEqual([])
})

it('says at the field that a number is taken, and loses nothing', async () => {
  await site.api.patients.register({ screeningNumber: 'S-001', initials: 'X', sex: 'female' })
  const { user } = await showPage(site, { at: '/candidates/new' })
  await fillIn(user, 'S-001')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Another candidate has this number')).toBeTruthy()
  expect(field(/Initials/)).toHaveProperty('value', 'ZWM')
})

async function registerTwice() {
  const birthDate = PartialDate.parse('1967-03-14')
  await site.api.patients.register({ screeningNumber: 'S-001', initials: 'ZWM', sex: 'male', birthDate })
  const { user } = await showPage(site, { at: '/candidates/new' })
  await fillIn(user, 'S-002')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByRole('heading', { name: 'Perhaps on the list already' })).toBeTruthy()
  expect(screen.getByRole('rowheader', { name: 'S-001' })).toBeTruthy()
  return user
}

it('points out who may be the same person before going on', async () => {
  const user = await registerTwice()
  await user.click(screen.getByRole('button', { name: 'Somebody else: go on with S-002' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'S-002' })).toBeTruthy()
})

it('takes a second entry of the same person off the list and opens the first', async () => {
  const user = await registerTwice()
  await user.click(screen.getByRole('button', { name: 'Same person: remove S-002' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'S-001' })).toBeTruthy()
  const left = await site.api.patients.list({})
  expect(left.map(({ screeningNumber }) => screeningNumber)).toEqual(['S-001'])
})

it('keeps a draft without the identifier, and offers it back', async () => {
  const { user, unmount } = await showPage(site, { at: '/candidates/new' })
  await fillIn(user, 'S-001')
  await user.type(screen.getByLabelText(/National or hospital number/), '44010619670314')
  await waitFor(async () => expect(JSON.stringify(await site.api.drafts.list({}))).toContain('14.03.1967'))
  expect(JSON.stringify(await site.api.drafts.list({}))).not.toContain('44010619670314')
  unmount()
  await showPage(site, { at: '/candidates/new' })
  await user.click(await screen.findByRole('button', { name: 'Continue with it' }))
  expect(field(/Screening number/)).toHaveProperty('value', 'S-001')
  expect(field(/Birth date/)).toHaveProperty('value', '14.03.1967')
})
