import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { ImportProvider } from '../features/imports/import-provider.tsx'
import { createAppRouter } from '../router.tsx'
import { useSession } from '../session/session.tsx'

/** Every screen behind the unlock. Where the user was stands in the address, and so outlives a lock. */
export function Workstation() {
  const { user } = useSession()
  const [router] = useState(() => {
    const created = createAppRouter()
    // Whoever only reads begins where the record is read; an address that somebody was at goes before that.
    if (user.role === 'monitor' && created.history.location.href === '/')
      created.history.replace('/inspection')
    return created
  })
  return (
    <ImportProvider>
      <RouterProvider router={router} />
    </ImportProvider>
  )
}
