import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SecondPerson } from '#shared/api/signing.ts'
import { SecretField } from '../../components/password/secret-field.tsx'

interface SecondPersonFieldsProps {
  readonly value: SecondPerson
  readonly onChange: (value: SecondPerson) => void
  readonly isTried: boolean
}

/** Login name and password of who is present, typed by that person. Nothing is filled in or offered. */
export function SecondPersonFields({ value, onChange, isTried }: SecondPersonFieldsProps) {
  const { t } = useTranslation(['settings', 'session'])
  return (
    <>
      <TextInput
        label={t('settings:second.loginName')}
        value={value.loginName}
        onChange={event => onChange({ ...value, loginName: event.currentTarget.value })}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        name="second-person"
        required
        error={isTried && value.loginName.trim() === '' && t('settings:second.loginNameMissing')}
      />
      <SecretField
        label={t('settings:second.password')}
        value={value.password}
        onChange={event => onChange({ ...value, password: event.currentTarget.value })}
        // Chromium ignores `off` for passwords; this keeps it from filling one in.
        autoComplete="new-password"
        name="second-password"
        required
        error={isTried && value.password === '' && t('settings:second.passwordMissing')}
      />
    </>
  )
}
