import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../components/notice.tsx'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { useSessionControl } from '../../../session/session.tsx'

/** What restoring did, until somebody unlocks what was restored; from there on the audit trail says it. */
export function RestoredNotice() {
  const { t } = useTranslation('restore')
  const language = useLanguage()
  const { restored } = useSessionControl()
  if (restored === undefined) return null
  const { madeAt, keptAside } = restored
  return (
    <Notice kind="good" role="status" title={t('done.title', { at: timeText(madeAt, language) })}>
      <Text size="sm">{t('done.unlock')}</Text>
      {keptAside !== null && (
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {t('done.keptAside', { folder: keptAside })}
        </Text>
      )}
    </Notice>
  )
}
