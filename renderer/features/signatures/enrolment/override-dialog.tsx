import { List, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gateReasons } from '#shared/api/error-words.ts'
import { AppError, type GateReason } from '#shared/api/errors.ts'
import { Failure } from '../../../components/failure.tsx'
import { Notice } from '../../../components/notice.tsx'
import { SecretField } from '../../../components/password/secret-field.tsx'
import { useCountdown } from '../../../components/password/use-countdown.ts'
import { useSecretCall } from '../../../components/use-secret-call.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { FormDialog } from '../../settings/form-dialog.tsx'

/** A second person and a reason: with both, what happened is recorded as a deviation. */
export interface Override {
  readonly second: { readonly loginName: string; readonly password: string }
  readonly reason: string
}

interface OverrideDialogProps {
  readonly reasons: readonly GateReason[]
  /** Records it; what it throws is shown and can be put right. */
  readonly onRecord: (override: Override) => Promise<void>
  readonly onCancel: () => void
}

const EMPTY = { loginName: '', password: '', reason: '' }

/** What happened is always recordable: here it takes a second person and a reason, and becomes a deviation. */
export function OverrideDialog({ reasons, onRecord, onCancel }: OverrideDialogProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const [typed, setTyped] = useState(EMPTY)
  const [isTried, setTried] = useState(false)
  const { left, start } = useCountdown()
  const { run, isRunning, error } = useSecretCall(async (override: Override) => {
    try {
      await onRecord(override)
    } catch (failure) {
      start(waitIn(failure))
      throw failure
    }
  })
  const change = (part: Partial<typeof EMPTY>) => setTyped({ ...typed, ...part })
  const missing = (field: keyof typeof EMPTY) =>
    isTried && typed[field].trim() === '' && t(`override.missing`)
  const submit = () => {
    setTried(true)
    const { reason, ...second } = typed
    if (Object.values(typed).some(text => text.trim() === '') || left > 0) return
    void run({ second, reason: reason.trim() })
  }
  return (
    <FormDialog
      title={t('override.title')}
      action={t('override.record')}
      isDirty={typed !== EMPTY}
      isSaving={isRunning}
      isDangerous
      onSubmit={submit}
      onClose={onCancel}
    >
      <Notice kind="bad" title={t('override.missingBefore')}>
        <List size="sm">
          {reasons.map(reason => (
            <List.Item key={reason}>{gateReasons[reason][language]}</List.Item>
          ))}
        </List>
      </Notice>
      <Text size="sm">{t('override.what')}</Text>
      <Textarea
        label={t('override.reason')}
        value={typed.reason}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        error={missing('reason')}
        maxLength={500}
        rows={3}
        required
        data-autofocus
      />
      <TextInput
        label={t('override.secondLogin')}
        description={t('override.secondHint')}
        value={typed.loginName}
        onChange={({ currentTarget }) => change({ loginName: currentTarget.value })}
        error={missing('loginName')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        name="second-login-name"
        required
      />
      <SecretField
        label={t('override.secondPassword')}
        value={typed.password}
        onChange={({ currentTarget }) => change({ password: currentTarget.value })}
        error={missing('password')}
        autoComplete="new-password"
        name="second-password"
        required
      />
      {error !== undefined && <Failure error={error} />}
      {left > 0 && <Text size="sm">{t('ceremony.wait', { count: left })}</Text>}
    </FormDialog>
  )
}

function waitIn(error: unknown): number {
  return error instanceof AppError && 'retryAfterSeconds' in error.payload
    ? error.payload.retryAfterSeconds
    : 0
}
