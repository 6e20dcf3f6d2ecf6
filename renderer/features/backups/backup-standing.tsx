import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#shared/api/backups.ts'
import { errorText } from '#shared/api/error-text.ts'
import { Facts } from '../../components/facts.tsx'
import { Notice } from '../../components/notice.tsx'
import { Status } from '../../components/status.tsx'
import { ageText } from '../../i18n/age-text.ts'
import { countText, timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { looks } from './backup-look.ts'
import { limitName } from './backup-words.ts'
import classes from './backups.module.css'
import { RunningBackup } from './running-backup.tsx'

interface StandingProps {
  readonly status: BackupStatus
}

/** How the backups stand: the last good one and its age, what runs, and why the last attempt failed. */
export function BackupStanding({ status }: StandingProps) {
  const { t } = useTranslation('backups')
  const { age, running, failed, settings } = status
  const isFailed = failed !== null && running === null
  const shown = isFailed ? 'failed' : age
  return (
    <section className={classes['card']} aria-labelledby="backups-standing">
      <h2 id="backups-standing">{t('state.title')}</h2>
      <Stack gap="sm">
        <div>
          <Status {...looks[shown]} word={t(`state.${shown}`)} size="md" />
        </div>
        {age === 'never' && <Text size="sm">{t('state.neverHint')}</Text>}
        {age === 'late' && (
          <Text size="sm">{t('state.lateOf', { limit: t(`limit.${limitName(settings?.everyHours)}`) })}</Text>
        )}
        <LastGood status={status} />
        {running && <RunningBackup running={running} />}
        {isFailed && <Failed failed={failed} hasGood={status.lastGood !== null} />}
      </Stack>
    </section>
  )
}

function LastGood({ status: { lastGood, now } }: StandingProps) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  if (lastGood === null) return null
  const { madeAt, fileName, folder, entriesSince } = lastGood
  const since = t('state.since', { count: entriesSince, shown: countText(entriesSince, language) })
  return (
    <Facts
      rows={[
        [
          t('state.lastGood'),
          t('state.at', { age: ageText(madeAt, now, language), at: timeText(madeAt, language) }),
        ],
        [t('state.sinceLabel'), entriesSince === 0 ? t('state.nothingSince') : since],
        [t('state.file'), fileName],
        [t('state.folder'), folder],
      ]}
    />
  )
}

interface FailedProps {
  readonly failed: NonNullable<BackupStatus['failed']>
  readonly hasGood: boolean
}

/** What happened, what is safe, what to do: in the page, and in nobody's way. */
function Failed({ failed: { at, cause, trouble }, hasGood }: FailedProps) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  return (
    <Notice kind="bad" title={t(`trouble.${trouble}`)} role="status">
      {errorText({ code: 'no_place', place: 'backup', trouble }, language)}
      {hasGood && <div>{t('state.lastStays')}</div>}
      {hasGood && trouble === 'missing' && <div>{t('state.lostStick')}</div>}
      <Text size="sm" c="dimmed" mt={4}>
        {t('state.failedAt', { at: timeText(at, language), cause: t(`cause.${cause}`) })}
      </Text>
    </Notice>
  )
}
