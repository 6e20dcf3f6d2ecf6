import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProtocolChange, ShownVerdict } from './changes.ts'
import classes from './screening.module.css'

interface ChangesNoticeProps {
  readonly changes: readonly ProtocolChange[]
  readonly onDismiss: () => void
}

/** Says what an entry changed, in sight and aloud, until it is dismissed. */
export function ChangesNotice({ changes, onDismiss }: ChangesNoticeProps) {
  const { t } = useTranslation(['screening', 'common'])
  const told = useChangeText()
  return (
    // Always there, because a live region that appears with its text is often not read.
    <div aria-live="polite" className={classes['changesRegion']}>
      {changes.length > 0 && (
        <div className={classes['changes']}>
          <div>
            <strong>{t('screening:changes.title')}</strong>
            {changes.map(change => (
              <p key={change.protocol}>
                <b>{change.protocol}</b> {told(change)}
              </p>
            ))}
          </div>
          <CloseButton aria-label={t('screening:changes.dismiss')} onClick={onDismiss} />
        </div>
      )}
    </div>
  )
}

function useChangeText(): (change: ProtocolChange) => string {
  const { t } = useTranslation('screening')
  const word = ({ verdict, projected }: ShownVerdict) =>
    projected ? t('verdict.projected') : t(`verdict.${verdict}`)
  return ({ verdict, criteria, hasOtherDays }) => {
    const first = verdict
      ? t('changes.verdict', { from: word(verdict.from), to: word(verdict.to) })
      : t('changes.sameVerdict')
    const each = criteria.map(({ label, from, to }) =>
      t('changes.criterion', { label, from: t(`outcome.${from}`), to: t(`outcome.${to}`) }),
    )
    return [first, ...each, ...(hasOtherDays ? [t('changes.days')] : [])].join(t('changes.between'))
  }
}
