import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PasswordDue } from '#shared/api/session.ts'
import { useRight, useSession, useSessionControl } from '../../session/session.tsx'
import { IdleWatch } from '../../shell/idle-watch.tsx'
import { OwnPasswordForm } from '../settings/own-password-form.tsx'
import { Entrance } from './entrance.tsx'

/** Before anything else another password: somebody else knows this one, or it is too old. */
export function DuePassword({ why }: { readonly why: PasswordDue }) {
  const { t } = useTranslation('session')
  const { user, welcome } = useSession()
  const maySign = useRight('signatures.sign')
  const { refresh, lock } = useSessionControl()
  return (
    <Entrance width={560} isTall>
      <Stack gap="md">
        <div>
          <Title order={1}>{t('due.title')}</Title>
          <Text size="sm" c="dimmed">
            {t('due.who', { name: user.fullName, loginName: user.loginName })}
          </Text>
        </div>
        <Text size="sm">
          {t(`due.why.${why}`)} {why === 'reset' && maySign && t('due.signing')}
        </Text>
        <OwnPasswordForm isOnly onChanged={() => void refresh(welcome)} />
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => void lock()}>
          {t('due.later')}
        </Anchor>
      </Stack>
      <IdleWatch />
    </Entrance>
  )
}
