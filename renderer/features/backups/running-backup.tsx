import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#shared/api/backups.ts'
import { useApi } from '../../api/api.tsx'
import { JobProgress } from '../../components/job-progress.tsx'
import { useRight } from '../../session/session.tsx'
import { useRunning } from './use-backup-status.ts'

/** How far the running backup is, with a way to stop it for those who may make one. */
export function RunningBackup({ running }: { readonly running: NonNullable<BackupStatus['running']> }) {
  const { t } = useTranslation('backups')
  const api = useApi()
  const progress = useRunning(running)
  const mayStop = useRight('backups.make')
  // Where it ended meanwhile there is nothing to stop.
  const stop = () => void api.jobs.cancel({ job: running.job }).catch(() => undefined)
  return (
    <Stack gap={6}>
      {t('now.running', { cause: t(`cause.${running.cause}`) })}
      <JobProgress
        state={{ state: 'running', progress }}
        inPercent
        label={t('now.progress')}
        {...(mayStop ? { onCancel: stop } : {})}
      />
    </Stack>
  )
}
