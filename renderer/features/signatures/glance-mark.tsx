import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { SignatureMark } from '../../components/status.tsx'
import { decisionKey, latestDecisions } from './decisions.ts'
import { useMarkText } from './use-mark-text.ts'

interface GlanceMarkProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
}

/** Beside a verdict in the candidate's head: how the signature under it stands. */
export function GlanceMark({ patientId, protocolId }: GlanceMarkProps) {
  const { t } = useTranslation('signatures')
  const { data } = useRead('signatures', 'list', { patientId })
  const textOf = useMarkText()
  const decision = data && latestDecisions(data).get(decisionKey(patientId, protocolId))
  if (decision === undefined) return null
  return (
    <Link
      to="/signatures/$signatureId"
      params={{ signatureId: decision.id }}
      aria-label={`${t('openSignature')}: ${textOf(decision)}`}
    >
      <SignatureMark status={decision.status} word={textOf(decision)} />
    </Link>
  )
}
