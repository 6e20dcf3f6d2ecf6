import { Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SAMPLE_LOGIN } from '#shared/api/app.ts'
import { AppError } from '#shared/api/errors.ts'
import { useRead } from '../../api/hooks.ts'
import { useSessionControl } from '../../session/session.tsx'
import { Entrance } from './entrance.tsx'
import { LockedDeadlines } from './locked-deadlines.tsx'
import { RecoveryForm } from './recovery-form.tsx'
import { SampleLogins } from './sample-logins.tsx'
import { StoreTrouble, type Trouble } from './store-trouble.tsx'
import { UnlockForm } from './unlock-form.tsx'

type Way = { readonly way: 'password' | 'recovery' } | { readonly way: 'broken'; readonly trouble: Trouble }

/** A locked store: open it with a password, or with the recovery key. */
export function Unlock() {
  const { t } = useTranslation('session')
  const { session } = useSessionControl()
  const { data: info } = useRead('app', 'info', {})
  const [way, setWay] = useState<Way>({ way: 'password' })
  const [filled, setFilled] = useState<{ loginName: string; password: string; times: number }>()
  const cause = session.state === 'locked' ? session.cause : undefined
  const seeTrouble = (error: unknown) => {
    const trouble = troubleOf(error)
    if (trouble) setWay({ way: 'broken', trouble })
  }
  if (way.way === 'broken')
    return (
      <Entrance width={660} isTall>
        <StoreTrouble
          trouble={way.trouble}
          onRetry={() => setWay({ way: 'password' })}
          onRecover={() => setWay({ way: 'recovery' })}
        />
      </Entrance>
    )
  if (way.way === 'recovery')
    return (
      <Entrance width={560} isTall>
        <RecoveryForm onBack={() => setWay({ way: 'password' })} onFailure={seeTrouble} />
      </Entrance>
    )
  return (
    <Entrance width={info?.sample ? 760 : 420}>
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
          <LockedDeadlines />
          <UnlockForm
            key={filled?.times ?? 0}
            {...(filled ? { filled } : {})}
            onRecover={() => setWay({ way: 'recovery' })}
            onFailure={seeTrouble}
          />
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

function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof AppError)) return undefined
  const { payload } = error
  return payload.code === 'store_missing' || payload.code === 'store_damaged' ? payload : undefined
}
