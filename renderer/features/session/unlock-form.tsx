import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { Refusal } from '../../components/password/refusal.tsx'
import { isWrongSecret, waitOf } from '../../components/password/refused-secret.ts'
import { SecretField } from '../../components/password/secret-field.tsx'
import { useCountdown } from '../../components/password/use-countdown.ts'
import { useSecretCall } from '../../components/use-secret-call.ts'
import { useSessionControl } from '../../session/session.tsx'

interface Login {
  readonly loginName: string
  readonly password: string
}

interface UnlockFormProps {
  readonly filled?: Login
  readonly onRecover: () => void
  readonly onFailure: (error: unknown) => void
}

/** Login name and password. A wrong password is forgotten at once; one that was not tried stays for the next attempt. */
export function UnlockForm({ filled, onRecover, onFailure }: UnlockFormProps) {
  const { t } = useTranslation('session')
  const { typed, setTyped, isTried, submit, isRunning, error, left, passwordField } = useUnlock(
    filled,
    onFailure,
  )
  const { loginName, password } = typed
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('loginName')}
          value={loginName}
          onChange={event => setTyped({ ...typed, loginName: event.currentTarget.value })}
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus={filled === undefined}
          error={isTried && loginName.trim() === '' && t('loginNameMissing')}
        />
        <SecretField
          ref={passwordField}
          label={t('password.own')}
          value={password}
          onChange={event => setTyped({ ...typed, password: event.currentTarget.value })}
          autoComplete="current-password"
          autoFocus={filled !== undefined}
          error={isTried && password === '' && error === undefined && t('password.missing')}
        />
        <Refusal error={error} left={left} wrong={t('unlock.wrong')} />
        <Button type="submit" size="md" loading={isRunning} disabled={left > 0} mt={4}>
          {left > 0 ? t('unlock.waiting', { count: left }) : t('unlock.open')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={onRecover} ta="left">
          {t('unlock.forgotten')}
        </Anchor>
      </Stack>
    </form>
  )
}

function useUnlock(filled: Login | undefined, onFailure: (error: unknown) => void) {
  const api = useApi()
  const { refresh } = useSessionControl()
  const [typed, setTyped] = useState<Login>(filled ?? { loginName: '', password: '' })
  const [isTried, setTried] = useState(false)
  const { left, start } = useCountdown()
  const passwordField = useRef<HTMLInputElement>(null)
  const call = useCallback(
    async ({ loginName, password }: Login) => {
      try {
        const { failedAttempts, findings } = await api.session.unlock({ loginName, password })
        await refresh({ failedAttempts, findings })
      } catch (error) {
        const wait = waitOf(error)
        if (wait !== undefined) start(wait)
        if (isWrongSecret(error)) setTyped({ loginName, password: '' })
        onFailure(error)
        throw error
      }
    },
    [api, refresh, start, onFailure],
  )
  const { run, isRunning, error } = useSecretCall(call)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (left > 0 || isRunning || typed.loginName.trim() === '' || typed.password === '') return
    void run(typed).then(isOpen => {
      if (!isOpen) passwordField.current?.focus()
    })
  }
  return { typed, setTyped, isTried, submit, isRunning, error, left, passwordField }
}
