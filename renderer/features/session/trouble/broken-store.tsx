import { useState } from 'react'
import { useSessionControl } from '../../../session/session.tsx'
import { Entrance } from '../entrance.tsx'
import { Restore } from '../restore/restore.tsx'
import { StoreTrouble } from './store-trouble.tsx'
import type { Trouble } from './trouble.ts'

/** A store that cannot be opened at all, whatever is typed: what to do, or a backup in its place. */
export function BrokenStore({ trouble }: { readonly trouble: Trouble }) {
  const { refresh } = useSessionControl()
  const [isRestoring, setRestoring] = useState(false)
  if (isRestoring)
    return (
      <Entrance width={720} isTall>
        <Restore onBack={() => setRestoring(false)} />
      </Entrance>
    )
  return (
    <Entrance width={660} isTall>
      <StoreTrouble trouble={trouble} onRetry={() => void refresh()} onRestore={() => setRestoring(true)} />
    </Entrance>
  )
}
