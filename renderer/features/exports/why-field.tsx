import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface WhyFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isTried: boolean
}

/** Why data leave and to whom they go: asked for at every export. */
export function WhyField({ label, hint, value, onChange, isTried }: WhyFieldProps) {
  const { t } = useTranslation('exports')
  return (
    <Textarea
      label={label}
      description={hint}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      maxLength={500}
      rows={2}
      resize="vertical"
      required
      data-autofocus
      error={isTried && value.trim() === '' && t('make.whyMissing')}
    />
  )
}
