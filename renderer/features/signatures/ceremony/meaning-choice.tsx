import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Meaning, meanings } from '#shared/core/signatures/meaning.ts'
import { useLanguage } from '../../../i18n/i18n.ts'

interface MeaningChoiceProps {
  readonly offered: readonly Meaning[]
  readonly value: Meaning | undefined
  readonly onChange: (meaning: Meaning) => void
  readonly error?: string | undefined
}

/** What the signature says, with the whole statement in both languages; never chosen beforehand, not even a single one. */
export function MeaningChoice({ offered, value, onChange, error }: MeaningChoiceProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const order = language === 'en' ? (['en', 'zh-CN'] as const) : (['zh-CN', 'en'] as const)
  return (
    <Radio.Group
      label={t('ceremony.meaning')}
      description={t('ceremony.meaningHint')}
      value={value ?? null}
      onChange={chosen => onChange(Meaning.parse(chosen))}
      required
      {...(error === undefined ? {} : { error })}
    >
      <Stack gap="sm" mt="xs">
        {offered.map(code => (
          <Radio
            key={code}
            value={code}
            label={meanings[code].name[language]}
            description={order.map(one => (
              <span key={one} lang={one} style={{ display: 'block' }}>
                {meanings[code].statement[one]}
              </span>
            ))}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
