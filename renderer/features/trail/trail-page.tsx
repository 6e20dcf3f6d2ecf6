import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function TrailPage() {
  const { t } = useTranslation('trail')
  return <Title order={1}>{t('title')}</Title>
}
