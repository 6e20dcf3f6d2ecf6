import { Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { DangerButton } from '../../components/danger-button.tsx'
import { useRight, useSession } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import { ExportButton } from '../documents/export-button.tsx'

/** What can be done about a signature, by this user and in this state. */
export function SignatureActions({ summary }: { readonly summary: SignatureSummary }) {
  const { t } = useTranslation('signatures')
  const navigate = useNavigate()
  const { user } = useSession()
  const maySign = useRight('signatures.sign')
  const mayExport = useRight('documents.export')
  const { id, kind, status, signer, document } = summary
  const isInvestigator = user.role === 'principal_investigator'
  const isDecision = kind === 'eligibility' || kind === 'configuration' || kind === 'causality'
  const isOwn = signer.userId === user.id
  const mayWithdraw = maySign && isDecision && status !== 'withdrawn' && (isOwn || isInvestigator)
  const mayCountersign = maySign && isInvestigator && !isOwn && status === 'awaiting_countersignature'
  // A judgement of causality is its author's: nobody else signs it anew.
  const again = maySign && (kind !== 'causality' || isOwn) ? againOf(summary) : undefined
  return (
    <Group gap="xs">
      {again && <LinkButton {...again}>{t('view.signAgain')}</LinkButton>}
      {mayCountersign && (
        <LinkButton to="/signatures/$signatureId/countersign" params={{ signatureId: id }}>
          {t('view.countersign')}
        </LinkButton>
      )}
      {document && mayExport && <ExportButton id={document} isQuiet />}
      {mayWithdraw && (
        <DangerButton
          onClick={() =>
            void navigate({ to: '/signatures/$signatureId/withdraw', params: { signatureId: id } })
          }
        >
          {t('view.withdraw')}
        </DangerButton>
      )}
    </Group>
  )
}

/** Where the same question is signed anew, once the signature does not stand any more. */
function againOf({ kind, status, patientId, protocolId, event }: SignatureSummary) {
  if (status === 'current' || status === 'awaiting_countersignature') return undefined
  if (kind === 'causality' && patientId !== null && event !== null)
    return { to: '/candidates/$patientId/safety/$factId/sign', params: { patientId, factId: event } } as const
  if (protocolId === null) return undefined
  if (kind === 'eligibility' && patientId !== null)
    return { to: '/candidates/$patientId/sign/$protocolId', params: { patientId, protocolId } } as const
  if (kind === 'configuration') return { to: '/protocols/$protocolId/sign', params: { protocolId } } as const
  return undefined
}
