import { Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { assertNever } from '#shared/core/text.ts'
import { useRead } from '../../api/hooks.ts'
import { useSessionControl } from '../../session/session.tsx'
import { Entrance } from './entrance.tsx'
import { LockedDeadlines } from './locked-deadlines.tsx'
import { RecoveryForm } from './recovery-form.tsx'
import { LastBackup } from './restore/last-backup.tsx'
import { Restore } from './restore/restore.tsx'
import { RestoredNotice } from './restore/restored-notice.tsx'
import { SampleLogins } from './sample-logins.tsx'
import { StoreTrouble } from './trouble/store-trouble.tsx'
import { type Trouble, troubleIn } from './trouble/trouble.ts'
import { UnlockForm } from './unlock-form.tsx'

type Way =
  | { readonly way: 'password' | 'recovery' | 'restore' }
  | { readonly way: 'broken'; readonly trouble: Trouble }

/** A locked store: open it with a password or with the recovery key, or put a backup in its place. */
export function Unlock() {
  const [way, setWay] = useState<Way>({ way: 'password' })
  const toPassword = () => setWay({ way: 'password' })
  const seeTrouble = (error: unknown) => {
    const trouble = troubleIn(error)
    if (trouble) setWay({ way: 'broken', trouble })
  }
  switch (way.way) {
    case 'broken':
      return (
        <Entrance width={660} isTall>
          <StoreTrouble
            trouble={way.trouble}
            onRetry={toPassword}
            onRestore={() => setWay({ way: 'restore' })}
            onRecover={() => setWay({ way: 'recovery' })}
          />
        </Entrance>
      )
    case 'recovery':
      return (
        <Entrance width={560} isTall>
          <RecoveryForm onBack={toPassword} onFailure={seeTrouble} />
        </Entrance>
      )
    case 'restore':
      return (
        <Entrance width={720} isTall>
          <Restore onBack={toPassword} onRestored={toPassword} />
        </Entrance>
      )
    case 'password':
      return <UnlockPanel onWay={next => setWay({ way: next })} onFailure={seeTrouble} />
    default:
      return assertNever(way, 'way in')
  }
}

interface UnlockPanelProps {
  readonly onWay: (way: 'recovery' | 'restore') => void
  readonly onFailure: (error: unknown) => void
}

function UnlockPanel({ onWay, onFailure }: UnlockPanelProps) {
  const { t } = useTranslation('session')
  const { session, restored } = useSessionControl()
  const { data: info } = useRead('app', 'info', {})
  const [filled, setFilled] = useState<{ loginName: string; password: string; times: number }>()
  const cause = session.state === 'locked' ? session.cause : undefined
  return (
    <Entrance width={info?.sample ? 760 : 420} isTall={restored !== undefined}>
      <Group align="stretch" wrap="nowrap" gap={36}>
        <Stack gap="md" flex={1} miw={0}>
          <div>
            <Title order={1}>{t('unlock.title')}</Title>
            {cause && cause !== 'closing' && (
              <Text c="dimmed" size="sm" role="status">
                {t(`unlock.cause.${cause}`)}
              </Text>
            )}
          </div>
          <RestoredNotice />
          <LockedDeadlines />
          <UnlockForm
            key={filled?.times ?? 0}
            {...(filled ? { filled } : {})}
            onRecover={() => onWay('recovery')}
            onFailure={onFailure}
          />
          <LastBackup onRestore={() => onWay('restore')} />
        </Stack>
        {info?.sample && (
          <SampleLogins
            onChoose={loginName =>
              setFilled(before => ({
                loginName,
                password: SAMPLE_LOGIN.password,
                times: (before?.times ?? 0) + 1,
              }))
            }
          />
        )}
      </Group>
    </Entrance>
  )
}
