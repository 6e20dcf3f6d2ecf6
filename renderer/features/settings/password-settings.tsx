import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { Notice } from '../../components/notice.tsx'
import {
  isAcceptable,
  NewPasswordFields,
  NOTHING_TYPED,
  type TypedPassword,
} from '../../components/password/new-password.tsx'
import { Refusal } from '../../components/password/refusal.tsx'
import { waitOf } from '../../components/password/refused-secret.ts'
import { SecretField } from '../../components/password/secret-field.tsx'
import { useCountdown } from '../../components/password/use-countdown.ts'
import { useSecretCall } from '../../components/use-secret-call.ts'
import { useSession } from '../../session/session.tsx'
import classes from './settings-page.module.css'

interface Typed extends TypedPassword {
  readonly currentPassword: string
}

const EMPTY: Typed = { currentPassword: '', ...NOTHING_TYPED }

/** The own password: the one until now, and a new one twice. */
export function PasswordSettings() {
  const { t } = useTranslation(['settings', 'session'])
  const { user, site } = useSession()
  const [typed, setTyped] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const { run, isRunning, error, left } = useChange()
  const change = (next: Partial<Typed>) => {
    setDone(false)
    setTyped({ ...typed, ...next })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (left > 0 || isRunning || typed.currentPassword === '' || !isAcceptable(typed)) return
    void run(typed).then(isChanged => {
      if (!isChanged) return
      setTyped(EMPTY)
      setTried(false)
      setDone(true)
    })
  }
  return (
    <form onSubmit={submit} noValidate className={classes['section']}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('settings:password.hint')}
        </Text>
        <input type="text" autoComplete="username" value={user.loginName} readOnly hidden />
        <SecretField
          label={t('settings:password.current')}
          value={typed.currentPassword}
          onChange={event => change({ currentPassword: event.currentTarget.value })}
          autoComplete="current-password"
          required
          error={isTried && typed.currentPassword === '' && t('session:password.missing')}
        />
        <NewPasswordFields
          value={typed}
          onChange={change}
          known={[user.loginName, user.fullName, site.name]}
          isTried={isTried}
        />
        <Text size="sm" c="dimmed">
          {t('session:password.rule')}
        </Text>
        <Refusal error={error} left={left} wrong={t('settings:password.wrong')} />
        {isDone && (
          <Notice kind="good" role="status">
            {t('settings:password.done')}
          </Notice>
        )}
        <Group>
          <Button type="submit" loading={isRunning} disabled={left > 0}>
            {left > 0 ? t('session:unlock.waiting', { count: left }) : t('settings:password.change')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useChange() {
  const api = useApi()
  const { left, start } = useCountdown()
  const call = useCallback(
    async ({ currentPassword, password }: Typed) => {
      try {
        await api.session.changePassword({ currentPassword, newPassword: password })
      } catch (error) {
        const wait = waitOf(error)
        if (wait !== undefined) start(wait)
        throw error
      }
    },
    [api, start],
  )
  return { ...useSecretCall(call), left }
}
