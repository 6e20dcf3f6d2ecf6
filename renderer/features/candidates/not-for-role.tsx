import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** In place of clinical data for those who may not see any: nothing is asked for that would be refused. */
export function NotForRole() {
  const { t } = useTranslation('candidates')
  return (
    <Alert color="lobule" title={t('notForRole.title')} maw={560}>
      <Text size="sm">{t('notForRole.text')}</Text>
    </Alert>
  )
}
