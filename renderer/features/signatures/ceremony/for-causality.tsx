import { useTranslation } from 'react-i18next'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import type { Blocker } from '#shared/core/signatures/blocker.ts'
import { useRead } from '../../../api/hooks.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { useRight, useSession } from '../../../session/session.tsx'
import { isStanding, SignatureLink } from './signature-link.tsx'

interface ForCausalityProps {
  readonly blocker: Blocker
  readonly request: Extract<SignatureRequest, { kind: 'causality' }>
}

/** What removes an obstacle to signing causality: the own judgement, or the signature that is there already. */
export function ForCausality({ blocker: { code }, request: { patientId, event } }: ForCausalityProps) {
  const { t } = useTranslation('signatures')
  const { user } = useSession()
  const mayJudge = useRight('judgements.write')
  const { data } = useRead('signatures', 'list', { patientId }, { enabled: code === 'already_signed' })
  if (code === 'no_judgement' && mayJudge)
    return (
      <LinkAnchor
        to="/candidates/$patientId/safety/$factId"
        params={{ patientId, factId: event }}
        hash="causality"
        size="sm"
      >
        {t('blockers.judgeCausality')}
      </LinkAnchor>
    )
  const signed = data?.find(one => one.event === event && one.signer.userId === user.id && isStanding(one))
  if (code !== 'already_signed' || signed === undefined) return null
  return <SignatureLink id={signed.id} />
}
