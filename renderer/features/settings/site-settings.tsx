import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Facts } from '../../components/facts.tsx'
import { Failure } from '../../components/failure.tsx'
import { TrainingMark } from '../../components/training-mark.tsx'
import { useSession } from '../../session/session.tsx'
import { IdleTime } from './idle-time.tsx'
import classes from './settings-page.module.css'

/** What was said when the store was made, and how long it stays open unattended. */
export function SiteSettings() {
  const { t } = useTranslation(['settings', 'session', 'common'])
  const { site } = useSession()
  const { data: settings, error, refetch } = useRead('settings', 'get', {})
  return (
    <Stack gap="lg" className={classes['section'] ?? ''}>
      <section>
        <Facts
          rows={[
            [t('session:site.name'), site.name],
            [t('session:site.number'), site.number],
            [t('session:site.timeZone'), site.timeZone],
            ...(site.training ? [[t('settings:site.data'), <TrainingMark key="mark" />] as const] : []),
          ]}
        />
        <Text size="sm" c="dimmed" mt="xs">
          {t('settings:site.fixed')}
        </Text>
      </section>
      <section>
        <Title order={2} size="h3" mb={6}>
          {t('settings:idle.title')}
        </Title>
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {settings ? (
          <IdleTime key={settings.version} settings={settings} />
        ) : (
          !error && <Text c="dimmed">{t('common:loading')}</Text>
        )}
      </section>
    </Stack>
  )
}
