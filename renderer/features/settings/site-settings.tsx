import { Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Facts } from '../../components/facts.tsx'
import { Failure } from '../../components/failure.tsx'
import { TrainingMark } from '../../components/training-mark.tsx'
import { useSession } from '../../session/session.tsx'
import { BackupsLink } from '../backups/backups-link.tsx'
import { Countersignature } from './countersignature.tsx'
import { IdleTime } from './idle-time.tsx'
import { PasswordPolicy } from './password-policy.tsx'
import classes from './settings-page.module.css'

/** What was said when the store was made, and what the site decided about Lobule since. */
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
      <BackupsLink />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {settings ? (
        <Fragment key={settings.version}>
          <IdleTime settings={settings} />
          <PasswordPolicy settings={settings} />
          <Countersignature settings={settings} />
        </Fragment>
      ) : (
        !error && <Text c="dimmed">{t('common:loading')}</Text>
      )}
    </Stack>
  )
}
