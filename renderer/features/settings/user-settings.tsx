import { Button, Group, Stack, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '#shared/api/users.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { useRight, useSession } from '../../session/session.tsx'
import { AddUser } from './add-user.tsx'
import { ChangeUser } from './change-user.tsx'
import { ResetPassword } from './reset-password.tsx'
import type { UserAction } from './user-rules.ts'
import { UserTable } from './user-table.tsx'

type Doing = { readonly what: 'add' } | { readonly what: UserAction; readonly user: User }

/** Who may work with this store, and as what. */
export function UserSettings() {
  const { t } = useTranslation(['settings', 'common'])
  const { user } = useSession()
  const { data: users, error, refetch } = useRead('users', 'list', {})
  const [doing, setDoing] = useState<Doing>()
  const actor = {
    id: user.id,
    mayManage: useRight('users.manage'),
    mayAppoint: useRight('users.appoint'),
    mayGrant: useRight('identity.grant'),
  }
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!users) return <Text c="dimmed">{t('common:loading')}</Text>
  const close = () => setDoing(undefined)
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm" c="dimmed" maw={700}>
          {t('settings:users.hint')}
        </Text>
        {actor.mayManage && (
          <Button
            leftSection={<IconUserPlus size={17} />}
            onClick={() => setDoing({ what: 'add' })}
            flex="none"
          >
            {t('settings:users.add')}
          </Button>
        )}
      </Group>
      <UserTable users={users} actor={actor} onAct={(what, who) => setDoing({ what, user: who })} />
      {doing?.what === 'add' && <AddUser actor={actor} onClose={close} />}
      {doing?.what === 'reset' && <ResetPassword user={doing.user} onClose={close} />}
      {doing && doing.what !== 'add' && doing.what !== 'reset' && (
        <ChangeUser action={doing.what} user={doing.user} actor={actor} onClose={close} />
      )}
    </Stack>
  )
}
