import { useSessionControl } from '../../session/session.tsx'
import { Entrance } from './entrance.tsx'
import { StoreTrouble } from './store-trouble.tsx'

/** A folder with half a store in it. */
export function BrokenStore() {
  const { session, refresh } = useSessionControl()
  if (session.state !== 'incomplete') return null
  return (
    <Entrance width={660} isTall>
      <StoreTrouble
        trouble={{ code: 'store_missing', part: session.missing }}
        onRetry={() => void refresh()}
      />
    </Entrance>
  )
}
