import { Button, Loader, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/api/backups.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { useRight } from '../../session/session.tsx'
import { BackupLine } from './backup-line.tsx'
import classes from './backups.module.css'
import { DrillDialog } from './drill-dialog.tsx'

/** Lines that are shown before somebody asks for more: half a year of daily, weekly and monthly ones. */
const SHOWN = 12

/** Every backup of this store, newest first, with where it is now and the way to practise a restore. */
export function BackupHistory() {
  const { t } = useTranslation(['backups', 'common'])
  const { data, error, refetch } = useRead('backups', 'list', {})
  return (
    <section className={classes['part']} aria-labelledby="backups-history">
      <Title order={2} size="h3" mb={6} id="backups-history">
        {t('backups:history.title')}
      </Title>
      {data === undefined && error && <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loader type="dots" aria-label={t('common:loading')} />}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('backups:history.none')}
        </Text>
      )}
      {data && data.length > 0 && <HistoryTable backups={data} />}
    </section>
  )
}

function HistoryTable({ backups }: { readonly backups: readonly Backup[] }) {
  const { t } = useTranslation('backups')
  const mayManage = useRight('backups.manage')
  const [shown, setShown] = useState(SHOWN)
  const [drilled, setDrilled] = useState<Backup>()
  const left = backups.length - shown
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('history.made')}</th>
            <th scope="col">{t('history.file')}</th>
            <th scope="col" className={classes['number']}>
              {t('history.trail')}
            </th>
            <th scope="col">{t('history.state')}</th>
            {mayManage && <td />}
          </tr>
        </thead>
        <tbody>
          {backups.slice(0, shown).map(backup => (
            <BackupLine
              key={backup.id}
              backup={backup}
              {...(mayManage ? { onDrill: () => setDrilled(backup) } : {})}
            />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setShown(backups.length)}>
          {t('history.more', { count: left })}
        </Button>
      )}
      {drilled && <DrillDialog backup={drilled} onClose={() => setDrilled(undefined)} />}
    </>
  )
}
