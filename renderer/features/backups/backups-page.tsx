import { Loader, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../components/failure.tsx'
import { AnotherKey } from './another-key.tsx'
import { BackUpNow } from './back-up-now.tsx'
import { BackupHistory } from './backup-history.tsx'
import { BackupPlan } from './backup-plan.tsx'
import { BackupStanding } from './backup-standing.tsx'
import classes from './backups.module.css'
import { DrillList } from './drill-list.tsx'
import { useBackupStatus } from './use-backup-status.ts'

/** Everything about backups: how they stand, one now, where and when, each that was made, and restores in practice. */
export function BackupsPage() {
  const { t } = useTranslation(['backups', 'common'])
  const { data: status, error, refetch } = useBackupStatus()
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div>
          <Title order={1} mb={2}>
            {t('backups:title')}
          </Title>
          <Text size="sm" c="dimmed" maw={720}>
            {t('backups:hint')}
          </Text>
        </div>
        {status && <BackUpNow status={status} />}
      </header>
      {status === undefined && error && <Failure error={error} onRetry={() => void refetch()} />}
      {status === undefined && !error && <Loader type="dots" aria-label={t('common:loading')} />}
      {status && (
        <div className={classes['top']}>
          <BackupStanding status={status} />
          <BackupPlan status={status} />
        </div>
      )}
      <BackupHistory />
      <DrillList />
      <AnotherKey />
    </div>
  )
}
