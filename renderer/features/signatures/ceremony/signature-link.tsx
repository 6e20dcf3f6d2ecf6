import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'

/** Whether a signature holds, or will once it is countersigned. */
export function isStanding({ status }: SignatureSummary): boolean {
  return status === 'current' || status === 'awaiting_countersignature'
}

/** The way to a signature. */
export function SignatureLink({ id }: { readonly id: SignatureSummary['id'] }) {
  const { t } = useTranslation('signatures')
  return (
    <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: id }} size="sm">
      {t('openSignature')}
    </LinkAnchor>
  )
}
