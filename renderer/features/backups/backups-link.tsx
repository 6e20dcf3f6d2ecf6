import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../components/link-anchor.tsx'

/** Among the decisions of the site: where those about backups are. */
export function BackupsLink() {
  const { t } = useTranslation('backups')
  return (
    <section>
      <Title order={2} size="h3" mb={6}>
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('hint')}
      </Text>
      <LinkAnchor to="/backups" size="sm">
        {t('settings')}
      </LinkAnchor>
    </section>
  )
}
