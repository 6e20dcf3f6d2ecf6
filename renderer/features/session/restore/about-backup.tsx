import { useTranslation } from 'react-i18next'
import type { CopySummary } from '#shared/api/exports.ts'
import { Facts } from '../../../components/facts.tsx'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { countText, instantText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from './restore.module.css'

interface AboutBackupProps {
  readonly name: string
  readonly copy: CopySummary
}

/** Whose and of when a backup is, as it says itself before it is opened. */
export function AboutBackup({ name, copy: { site, madeAt, trail, purpose } }: AboutBackupProps) {
  const { t } = useTranslation(['restore', 'session'])
  const language = useLanguage()
  return (
    <section className={classes['about']} aria-label={t('restore:chosen.title')}>
      <Facts
        rows={[
          [
            t('session:copy.site'),
            <span key="site">
              {site.number} {site.name} {site.training && <TrainingMark />}
            </span>,
          ],
          [
            t('session:copy.madeAt'),
            <span key="made">
              <strong>{instantText(madeAt, language)}</strong>
              {purpose !== 'backup' && ` · ${t(`restore:found.purposes.${purpose}`)}`}
            </span>,
          ],
          [t('session:copy.entries'), countText(trail.entries, language)],
          [t('restore:chosen.file'), name],
        ]}
      />
    </section>
  )
}
