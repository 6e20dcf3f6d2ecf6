import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { dateText, instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Changes } from './changes.tsx'

interface StateProps {
  readonly summary: SignatureSummary
}

/** Why a signature does not stand, or not yet; who countersigned or withdrew it. */
export function SignatureState({ summary }: StateProps) {
  const { t } = useTranslation('signatures')
  const language = useLanguage()
  const { status, notCurrent, countersigned, withdrawn, decision, protocolId } = summary
  const covers = decision?.covers
  return (
    <>
      {withdrawn && (
        <Notice kind="bad" title={t('status.withdrawn')}>
          {t('view.withdrawnBy', {
            by: withdrawn.by,
            at: instantText(withdrawn.at, language),
            reason: withdrawn.reason,
          })}{' '}
          <ToSignature id={withdrawn.id} />
        </Notice>
      )}
      {notCurrent && (
        <Notice kind="bad" title={t('status.not_current')}>
          {t('view.notCurrentSince', { at: instantText(notCurrent.at, language) })}
          <Changes why={notCurrent.why} protocolId={protocolId} />
        </Notice>
      )}
      {status === 'expired' && (
        <Notice kind="info" title={t('status.expired')}>
          {covers?.to ? t('view.expiredAfter', { date: dateText(covers.to, language) }) : t('view.expired')}
        </Notice>
      )}
      {status === 'awaiting_countersignature' && (
        <Notice kind="info" title={t('status.awaiting_countersignature')}>
          {t('view.awaiting')}
        </Notice>
      )}
      {countersigned && (
        <Notice kind="good">
          {t('view.countersignedBy', {
            by: countersigned.by,
            at: instantText(countersigned.at, language),
          })}{' '}
          <ToSignature id={countersigned.id} />
        </Notice>
      )}
    </>
  )
}

function ToSignature({ id }: { readonly id: SignatureSummary['id'] }) {
  const { t } = useTranslation('signatures')
  return (
    <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: id }} size="sm">
      {t('openSignature')}
    </LinkAnchor>
  )
}
