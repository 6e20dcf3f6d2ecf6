import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
// Read before the first test, so that no wait counts it.
import '#renderer/shell/workstation.tsx'
import { startSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'

it('opens the candidate whose number was typed before the candidates were there', async () => {
  const site = await startSite()
  await site.api.patients.register({ screeningNumber: 'S-007', initials: 'WXM', sex: 'male' })
  let answer = () => {}
  const list = {
    ...site.api.patients,
    list: async () => {
      await new Promise<void>(resolve => {
        answer = resolve
      })
      return site.api.patients.list({})
    },
  }
  const { user } = await showPage({ api: { ...site.api, patients: list } }, { at: '/protocols' })
  await screen.findByRole('heading', { name: 'Protocols' })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByPlaceholderText('Candidate or command'), 'S-007')
  answer()
  await screen.findByRole('button', { name: /S-007/ })
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'S-007' })).toBeTruthy()
  site.dispose()
})
