import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/hooks.ts'
import { ageText } from '../../../i18n/age-text.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'

/** Often enough for an age in hours, and no reason to keep a disk spinning. */
const OFTEN_MS = 10 * 60_000

/** The age of the last good backup, known without a key, and the way to bring one back. */
export function LastBackup({ onRestore }: { readonly onRestore: () => void }) {
  const { t } = useTranslation('restore')
  const language = useLanguage()
  const { data } = useRead('restoring', 'offers', {}, { everyMs: OFTEN_MS })
  return (
    <Stack gap={2}>
      {data && (
        <Text
          size="sm"
          c="dimmed"
          title={data.lastGood === null ? undefined : timeText(data.lastGood.madeAt, language)}
        >
          {data.lastGood === null
            ? t('last.none')
            : t('last.good', { age: ageText(data.lastGood.madeAt, data.now, language) })}
        </Text>
      )}
      {data?.trouble && (
        <Text size="sm" c="dimmed">
          {t('last.away')}
        </Text>
      )}
      <Anchor component="button" type="button" size="sm" onClick={onRestore} ta="left">
        {t('way')}
      </Anchor>
    </Stack>
  )
}
