import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isTried: boolean
  /** Of the engine. */
  readonly error?: string | undefined
}

/** Why something saved is changed: asked for at every change. */
export function ReasonField({ value, onChange, isTried, error }: ReasonFieldProps) {
  const { t } = useTranslation(['settings', 'common'])
  return (
    <TextInput
      label={t('common:reason')}
      description={t('common:reasonHint')}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      maxLength={500}
      required
      error={error ?? (isTried && value.trim() === '' && t('settings:reasonMissing'))}
    />
  )
}
