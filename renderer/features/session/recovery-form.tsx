import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/api.tsx'
import { isAboutFields, useFieldErrors } from '../../components/field-errors.ts'
import {
  isAcceptable,
  NewPasswordFields,
  NOTHING_TYPED,
  type TypedPassword,
} from '../../components/password/new-password.tsx'
import { Refusal } from '../../components/password/refusal.tsx'
import { waitOf } from '../../components/password/refused-secret.ts'
import { useCountdown } from '../../components/password/use-countdown.ts'
import { useSecretCall } from '../../components/use-secret-call.ts'
import { useSessionControl } from '../../session/session.tsx'
import { isWholeKey, RecoveryKeyField } from './recovery-key-field.tsx'

interface Typed extends TypedPassword {
  readonly recoveryKey: string
  readonly loginName: string
}

interface RecoveryFormProps {
  readonly onBack: () => void
  readonly onFailure: (error: unknown) => void
}

/** The way in for those who forgot their password: the printed key, the login name, and a new password. */
export function RecoveryForm({ onBack, onFailure }: RecoveryFormProps) {
  const { t } = useTranslation(['session', 'common'])
  const [typed, setTyped] = useState<Typed>({ recoveryKey: '', loginName: '', ...NOTHING_TYPED })
  const [isTried, setTried] = useState(false)
  const { run, isRunning, error, left } = useRecovery(onFailure)
  const errors = useFieldErrors(error)
  const nameError = errors['loginName'] && t('session:recovery.noSuchUser')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const isComplete = isWholeKey(typed.recoveryKey) && typed.loginName.trim() !== ''
    if (isComplete && isAcceptable(typed) && left === 0 && !isRunning) void run(typed)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Title order={1}>{t('session:recovery.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('session:recovery.hint')}
        </Text>
        <RecoveryKeyField
          value={typed.recoveryKey}
          onChange={recoveryKey => setTyped({ ...typed, recoveryKey })}
          isTried={isTried}
          isMistyped={errors['recoveryKey'] !== undefined}
        />
        <TextInput
          label={t('session:loginName')}
          value={typed.loginName}
          onChange={event => setTyped({ ...typed, loginName: event.currentTarget.value })}
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          required
          error={nameError ?? (isTried && typed.loginName.trim() === '' && t('session:loginNameMissing'))}
        />
        <NewPasswordFields
          value={typed}
          onChange={password => setTyped({ ...typed, ...password })}
          known={[typed.loginName]}
          isTried={isTried}
        />
        {!isAboutFields(error, ['recoveryKey', 'loginName']) && (
          <Refusal error={error} left={left} wrong={t('session:recovery.wrong')} />
        )}
        <Group justify="space-between" mt={4}>
          <Button variant="default" onClick={onBack}>
            {t('common:back')}
          </Button>
          <Button type="submit" loading={isRunning} disabled={left > 0}>
            {left > 0 ? t('session:unlock.waiting', { count: left }) : t('session:recovery.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useRecovery(onFailure: (error: unknown) => void) {
  const api = useApi()
  const { refresh } = useSessionControl()
  const { left, start } = useCountdown()
  const call = useCallback(
    async ({ recoveryKey, loginName, password }: Typed) => {
      try {
        const input = { recoveryKey, loginName, newPassword: password }
        const { failedAttempts, findings } = await api.session.unlockWithRecovery(input)
        await refresh({ failedAttempts, findings })
      } catch (error) {
        const wait = waitOf(error)
        if (wait !== undefined) start(wait)
        onFailure(error)
        throw error
      }
    },
    [api, refresh, start, onFailure],
  )
  return { ...useSecretCall(call), left }
}
