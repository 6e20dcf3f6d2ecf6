import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { startSite } from '#test/support/engine.ts'
import { showPage } from '#test/support/page.tsx'
import { useWrite } from '../api/hooks.ts'
import { Shell } from '../shell/shell.tsx'

const candidate = { screeningNumber: 'S-001', initials: 'WXM', sex: 'male', identifier: 'A-4711' } as const

it('keeps nothing of what was typed once the store is locked', async () => {
  const site = await startSite()
  const seen: QueryClient[] = []
  function Register() {
    seen.push(useQueryClient())
    const { mutate } = useWrite('patients', 'register')
    return (
      <button type="button" onClick={() => mutate(candidate)}>
        Register
      </button>
    )
  }
  const { user, tell } = await showPage(site, {
    children: (
      <>
        <Shell />
        <Register />
      </>
    ),
  })
  const kept = () =>
    JSON.stringify(
      seen[0]
        ?.getMutationCache()
        .getAll()
        .map(({ state }) => state.variables),
    )
  await user.click(await screen.findByRole('button', { name: 'Register' }))
  await waitFor(() => expect(kept()).toContain('A-4711'))
  site.lock()
  tell({ event: 'locked', cause: 'idle' })
  await waitFor(() => expect(kept()).toBe('[]'))
  site.dispose()
})
