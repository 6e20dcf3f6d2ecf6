import { Text, Title } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRight } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import classes from './backups.module.css'

/** Leads the principal investigator to another key for the store, with when it is wanted. */
export function AnotherKey() {
  const { t } = useTranslation('backups')
  const mayRekey = useRight('store.rekey')
  if (!mayRekey) return null
  return (
    <section className={classes['part']} aria-labelledby="backups-key">
      <Title order={2} size="h3" mb={6} id="backups-key">
        {t('key.section')}
      </Title>
      <Text size="sm" maw={720} mb="sm">
        {t('key.why')}
      </Text>
      <LinkButton to="/backups/key" variant="default" leftSection={<IconKey size={17} aria-hidden="true" />}>
        {t('key.open')}
      </LinkButton>
    </section>
  )
}
