import { Center, Loader, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { spotlight } from '@mantine/spotlight'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '#shared/core/text.ts'
import { Failure } from '../components/failure.tsx'
import { ClosingScreen } from '../features/backups/closing-screen.tsx'
import { DuePassword } from '../features/session/due-password.tsx'
import { FirstRun } from '../features/session/first-run.tsx'
import { BrokenStore } from '../features/session/trouble/broken-store.tsx'
import { EngineDown } from '../features/session/trouble/engine-down.tsx'
import { troubleOf } from '../features/session/trouble/trouble.ts'
import { Unlock } from '../features/session/unlock.tsx'
import { useSessionControl } from '../session/session.tsx'

const loadWorkstation = () => import('./workstation.tsx')

/** Apart from the way in, so that the unlock screen is there before the other screens are read from the disk. */
const Workstation = lazy(async () => ({ default: (await loadWorkstation()).Workstation }))

/** What the window shows: the way in, or the workstation, and over both that it closes after a backup. */
export function Shell() {
  return (
    <>
      <Screen />
      <ClosingScreen />
    </>
  )
}

/** Where the user was is kept over a lock. */
function Screen() {
  const { session, refresh } = useSessionControl()
  const { t } = useTranslation('shell')
  useEffect(() => {
    document.title = 'Lobule'
    // While the password is typed.
    void loadWorkstation()
  }, [])
  const isOpen = session.state === 'open'
  useEffect(() => {
    if (isOpen) return
    // Neither lives in the tree that goes with the session, and both may name a patient.
    notifications.clean()
    spotlight.close()
  }, [isOpen])
  switch (session.state) {
    case 'starting':
      return <Waiting text={t('starting')} />
    case 'engine_down':
      return <EngineDown />
    case 'failed': {
      const trouble = troubleOf(session.error)
      if (trouble) return <BrokenStore trouble={trouble} />
      return (
        <Center mih="100vh" p="xl">
          <Failure error={session.error} onRetry={() => void refresh()} />
        </Center>
      )
    }
    case 'no_store':
      return <FirstRun />
    case 'incomplete':
      return <BrokenStore trouble={{ code: 'store_missing', part: session.missing }} />
    case 'locked':
      return <Unlock />
    case 'open':
      if (session.passwordDue !== null) return <DuePassword why={session.passwordDue} />
      return (
        <Suspense fallback={<Waiting text={t('starting')} />}>
          <Workstation />
        </Suspense>
      )
    default:
      return assertNever(session, 'session state')
  }
}

function Waiting({ text }: { readonly text: string }) {
  return (
    <Center mih="100vh" p="xl" role="status">
      <Stack align="center" gap="xs">
        <Loader type="dots" aria-hidden="true" />
        <Text fw={600}>{text}</Text>
      </Stack>
    </Center>
  )
}
