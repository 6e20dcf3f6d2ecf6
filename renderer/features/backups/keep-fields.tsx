import { Group, Input, NumberInput, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KeptBackups } from '#shared/api/backups.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { keptText } from './backup-words.ts'

const LIMITS = {
  days: { min: 1, max: 60 },
  weeks: { min: 0, max: 52 },
  months: { min: 0, max: 60 },
} as const
type Span = keyof typeof LIMITS
const SPANS: readonly Span[] = ['days', 'weeks', 'months']

/** Whether rotation can keep so many; a field that was emptied is none. */
export function isWithin(keep: KeptBackups): boolean {
  return KeptBackups.safeParse(keep).success
}

interface KeepFieldsProps {
  readonly value: KeptBackups
  readonly onChange: (value: KeptBackups) => void
}

/** How many backups are kept, with what it means in words. */
export function KeepFields({ value, onChange }: KeepFieldsProps) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  const isWrong = (span: Span) => !KeptBackups.shape[span].safeParse(value[span]).success
  return (
    <Input.Wrapper label={t('form.keep')} description={t('form.keepHint')}>
      <Group gap="sm" mt={6} align="flex-start">
        {SPANS.map(span => (
          <NumberInput
            key={span}
            label={t(`form.${span}`)}
            value={Number.isNaN(value[span]) ? '' : value[span]}
            // An emptied field is not nought.
            onChange={count => onChange({ ...value, [span]: count === '' ? Number.NaN : Number(count) })}
            allowDecimal={false}
            allowNegative={false}
            w={110}
            error={isWrong(span) && t('form.range', LIMITS[span])}
          />
        ))}
      </Group>
      {isWithin(value) && (
        <Text size="sm" mt={6} role="status">
          {keptText(value, { t, language })}
        </Text>
      )}
    </Input.Wrapper>
  )
}
