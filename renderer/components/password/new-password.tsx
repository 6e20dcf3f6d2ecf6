import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NewPassword } from '#shared/api/users.ts'
import { SecretField } from './secret-field.tsx'
import { StrengthMeter } from './strength-meter.tsx'

/** A new password as typed, twice. */
export interface TypedPassword {
  readonly password: string
  readonly repeated: string
}

export const NOTHING_TYPED: TypedPassword = { password: '', repeated: '' }

/** Long enough, and twice the same: all that is asked of a new password. */
export function isAcceptable({ password, repeated }: TypedPassword): boolean {
  return NewPassword.safeParse(password).success && password === repeated
}

interface NewPasswordFieldsProps {
  readonly value: TypedPassword
  readonly onChange: (value: TypedPassword) => void
  /** What a guesser knows: names, the site. */
  readonly known: readonly string[]
  /** Somebody tried to go on: what is missing is told now. */
  readonly isTried: boolean
  readonly label?: string
}

/** A new password twice, with what it is worth. */
export function NewPasswordFields({ value, onChange, known, isTried, label }: NewPasswordFieldsProps) {
  const { t } = useTranslation('session')
  const [left, setLeft] = useState({ password: false, repeated: false })
  const { password, repeated } = value
  const isShort = !NewPassword.safeParse(password).success
  const isDifferent = password !== repeated
  const tellsShort = isShort && (isTried || (left.password && password !== ''))
  const tellsDifferent = isDifferent && (isTried || (left.repeated && repeated !== ''))
  return (
    <Stack gap="xs">
      <SecretField
        label={label ?? t('password.new')}
        value={password}
        onChange={event => onChange({ ...value, password: event.currentTarget.value })}
        onBlur={() => setLeft({ ...left, password: true })}
        autoComplete="new-password"
        required
        error={tellsShort && t('password.short', { count: password.length })}
      />
      <StrengthMeter password={password} known={known} />
      <SecretField
        label={t('password.repeat')}
        value={repeated}
        onChange={event => onChange({ ...value, repeated: event.currentTarget.value })}
        onBlur={() => setLeft({ ...left, repeated: true })}
        autoComplete="new-password"
        required
        error={tellsDifferent && t('password.different')}
      />
    </Stack>
  )
}
