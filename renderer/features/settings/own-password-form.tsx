import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
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

interface Typed extends TypedPassword {
  readonly currentPassword: string
}

const EMPTY: Typed = { currentPassword: '', ...NOTHING_TYPED }

interface OwnPasswordFormProps {
  readonly onChanged: () => void
  /** Something is typed: what was said of an earlier change is over. */
  readonly onTyped?: () => void
  /** The screen is there for nothing else. */
  readonly isOnly?: boolean
}

/** The own password: the one until now, and a new one twice. Nothing typed is kept but in the fields. */
export function OwnPasswordForm({ onChanged, onTyped, isOnly = false }: OwnPasswordFormProps) {
  const { t } = useTranslation(['settings', 'session'])
  const { user, site } = useSession()
  const [typed, setTyped] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const { run, isRunning, error, left } = useChange()
  const refused = useFieldErrors(error)['newPassword']
  const change = (next: Partial<Typed>) => {
    onTyped?.()
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
      onChanged()
    })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <input type="text" autoComplete="username" value={user.loginName} readOnly hidden />
        <SecretField
          label={t('settings:password.current')}
          value={typed.currentPassword}
          onChange={event => change({ currentPassword: event.currentTarget.value })}
          autoComplete="current-password"
          autoFocus={isOnly}
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
        {refused && (
          <Notice kind="bad" role="alert">
            {t('settings:password.refused', { why: refused })}
          </Notice>
        )}
        {!isAboutFields(error, ['newPassword']) && (
          <Refusal error={error} left={left} wrong={t('settings:password.wrong')} />
        )}
        <Group>
          <Button type="submit" loading={isRunning} disabled={left > 0} {...(isOnly ? { size: 'md' } : {})}>
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
