import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createAppRouter } from '../router.tsx'

/** Every screen behind the unlock. Where the user was stands in the address, and so outlives a lock. */
export function Workstation() {
  const [router] = useState(createAppRouter)
  return <RouterProvider router={router} />
}
