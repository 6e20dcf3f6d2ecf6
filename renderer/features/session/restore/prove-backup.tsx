import { Button, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { RestoreProof } from '#shared/api/restoring.ts'
import { useFieldErrors } from '../../../components/field-errors.ts'
import { Refusal } from '../../../components/password/refusal.tsx'
import { isWrongSecret, waitOf } from '../../../components/password/refused-secret.ts'
import { SecretField } from '../../../components/password/secret-field.tsx'
import { useCountdown } from '../../../components/password/use-countdown.ts'
import { useSecretCall } from '../../../components/use-secret-call.ts'
import { isWholeKey, RecoveryKeyField } from '../recovery-key-field.tsx'
import { AboutBackup } from './about-backup.tsx'
import type { ChosenBackup } from './use-restore.ts'

type Proof = z.input<typeof RestoreProof>

interface ProveBackupProps {
  readonly backup: ChosenBackup
  readonly onProve: (proof: Proof) => Promise<void>
  readonly onBack: () => void
}

/** Which backup it is, and who opens it: a password or the recovery key of its own time. */
export function ProveBackup({ backup, onProve, onBack }: ProveBackupProps) {
  const { t } = useTranslation(['restore', 'session', 'common'])
  const { typed, change, isTried, submit, isRunning, error, left, passwordField } = useProof(onProve)
  const errors = useFieldErrors(error)
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <AboutBackup name={backup.name} copy={backup.copy} />
        <div>
          <Title order={2} size="h3">
            {t('restore:proof.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('restore:proof.hint')}
          </Text>
        </div>
        <SegmentedControl
          aria-label={t('restore:proof.by')}
          value={typed.by}
          onChange={by => change({ by: by === 'password' ? by : 'recovery_key' })}
          data={[
            { value: 'password', label: t('restore:proof.password') },
            { value: 'recovery_key', label: t('restore:proof.recoveryKey') },
          ]}
        />
        {typed.by === 'password' ? (
          <>
            <TextInput
              label={t('session:loginName')}
              value={typed.loginName}
              onChange={event => change({ loginName: event.currentTarget.value })}
              autoComplete="username"
              autoCapitalize="off"
              spellCheck={false}
              autoFocus
              error={isTried && typed.loginName.trim() === '' && t('session:loginNameMissing')}
            />
            <SecretField
              ref={passwordField}
              label={t('session:password.own')}
              description={t('restore:proof.passwordHint')}
              value={typed.password}
              onChange={event => change({ password: event.currentTarget.value })}
              autoComplete="current-password"
              error={isTried && typed.password === '' && error === undefined && t('session:password.missing')}
            />
          </>
        ) : (
          <RecoveryKeyField
            value={typed.recoveryKey}
            onChange={recoveryKey => change({ recoveryKey })}
            isTried={isTried}
            isMistyped={'proof.recoveryKey' in errors || 'recoveryKey' in errors}
            description={t('restore:proof.keyHint')}
          />
        )}
        {Object.keys(errors).length === 0 && (
          <Refusal error={error} left={left} wrong={t('restore:proof.wrong')} />
        )}
        {isRunning && (
          <Text size="sm" c="dimmed" role="status">
            {t('restore:proof.checking')}
          </Text>
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={isRunning}>
            {t('common:back')}
          </Button>
          <Button type="submit" loading={isRunning} disabled={left > 0}>
            {left > 0 ? t('restore:proof.waiting', { count: left }) : t('restore:proof.open')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const NOTHING = { by: 'password' as Proof['by'], loginName: '', password: '', recoveryKey: '' }
type Typed = typeof NOTHING

/** A wrong secret is forgotten at once; one that was not tried stays for the next attempt. */
function useProof(onProve: (proof: Proof) => Promise<void>) {
  const [typed, setTyped] = useState(NOTHING)
  const [isTried, setTried] = useState(false)
  const { left, start } = useCountdown()
  const passwordField = useRef<HTMLInputElement>(null)
  const change = (part: Partial<Typed>) => setTyped(before => ({ ...before, ...part }))
  const call = useCallback(
    async (proof: Proof) => {
      try {
        await onProve(proof)
      } catch (error) {
        const wait = waitOf(error)
        if (wait !== undefined) start(wait)
        if (isWrongSecret(error)) setTyped(before => ({ ...before, password: '' }))
        throw error
      }
    },
    [onProve, start],
  )
  const { run, isRunning, error, forget } = useSecretCall(call)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const proof = proofOf(typed)
    if (proof === undefined || left > 0 || isRunning) return
    void run(proof).then(isOpen => {
      if (!isOpen) passwordField.current?.focus()
    })
  }
  const changeAndForget = (part: Partial<Typed>) => {
    if (part.by !== undefined) {
      setTried(false)
      forget()
    }
    change(part)
  }
  return { typed, change: changeAndForget, isTried, submit, isRunning, error, left, passwordField }
}

function proofOf({ by, loginName, password, recoveryKey }: Typed): Proof | undefined {
  if (by === 'recovery_key') return isWholeKey(recoveryKey) ? { by, recoveryKey } : undefined
  return loginName.trim() === '' || password === '' ? undefined : { by, loginName, password }
}
