import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRight } from '../../session/session.tsx'
import classes from './backups.module.css'
import { RekeySteps } from './rekey-steps.tsx'

/** Another key for the store, step by step; nothing is changed before the last. */
export function RekeyPage() {
  const { t } = useTranslation('backups')
  const mayRekey = useRight('store.rekey')
  return (
    <div className={classes['key']}>
      <LinkAnchor to="/backups" size="sm" className={classes['screenOnly'] ?? ''}>
        {t('key.back')}
      </LinkAnchor>
      {mayRekey ? <RekeySteps /> : <Notice kind="info">{t('key.onlyLead')}</Notice>}
    </div>
  )
}
