import { IconShieldQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '#shared/api/backups.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Status } from '../../components/status.tsx'
import { ageText } from '../../i18n/age-text.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { looks, standingOf } from './backup-look.ts'
import classes from './backup-mark.module.css'
import { useBackupStatus } from './use-backup-status.ts'

/** On every screen how old the last good backup is, or what keeps one from being made; leads to all about them. */
export function BackupMark() {
  const { t } = useTranslation('backups')
  const { data: status, error } = useBackupStatus()
  if (status === undefined && error === null) return null
  return (
    <LinkAnchor to="/backups" underline="never" className={classes['mark'] ?? ''} title={t('title')}>
      {status === undefined ? (
        <Status kind="open" icon={IconShieldQuestion} word={t('mark.unknown')} />
      ) : (
        <Standing status={status} />
      )}
    </LinkAnchor>
  )
}

function Standing({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('backups')
  const language = useLanguage()
  const { lastGood, now, failed } = status
  const standing = standingOf(status)
  if (standing !== 'failed' && standing !== 'running') {
    const word = lastGood
      ? t(`mark.${standing}`, { age: ageText(lastGood.madeAt, now, language) })
      : t('mark.never')
    return <Status {...looks[standing]} word={word} plain={standing === 'fresh'} />
  }
  return (
    <>
      {standing === 'running' && <Status {...looks.running} word={t('mark.running')} />}
      {standing === 'failed' && failed && <Status {...looks.failed} word={t(`trouble.${failed.trouble}`)} />}
      <span className={classes['last']}>
        {lastGood ? t('mark.lastGood', { age: ageText(lastGood.madeAt, now, language) }) : t('mark.noneGood')}
      </span>
    </>
  )
}
