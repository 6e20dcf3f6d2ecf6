import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { SignatureStatus } from '../../components/status.tsx'
import { useRight, useSession } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import { Changes } from './changes.tsx'
import { decisionKey, latestDecisions } from './decisions.ts'
import classes from './sign-off.module.css'
import { SignedBy } from './signed-by.tsx'

interface SignOffProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
}

/** Whether the decision about a candidate is signed and still stands, and the way to sign it. */
export function SignOff({ patientId, protocolId }: SignOffProps) {
  const { t } = useTranslation('signatures')
  const maySign = useRight('signatures.sign')
  const { user } = useSession()
  const { data } = useRead('signatures', 'list', { patientId })
  const decision = data && latestDecisions(data).get(decisionKey(patientId, protocolId))
  const mayCountersign =
    maySign &&
    user.role === 'principal_investigator' &&
    decision?.status === 'awaiting_countersignature' &&
    decision.signer.userId !== user.id
  const stands = decision?.status === 'current' || decision?.status === 'awaiting_countersignature'
  return (
    <section className={classes['signOff']} aria-label={t('signOff.label', { protocol: protocolId })}>
      <div className={classes['line']}>
        {decision ? (
          <Decision decision={decision} />
        ) : (
          <span className={classes['dim']}>{data && t('signOff.notSigned')}</span>
        )}
        {maySign && data && !stands && (
          <LinkButton
            to="/candidates/$patientId/sign/$protocolId"
            params={{ patientId, protocolId }}
            size="xs"
            variant={decision ? 'filled' : 'default'}
          >
            {decision ? t('view.signAgain') : t('signOff.sign')}
          </LinkButton>
        )}
        {mayCountersign && (
          <LinkButton
            to="/signatures/$signatureId/countersign"
            params={{ signatureId: decision.id }}
            size="xs"
            variant="filled"
          >
            {t('view.countersign')}
          </LinkButton>
        )}
      </div>
      {decision?.status === 'not_current' && decision.notCurrent && (
        <div className={classes['changes']}>
          <Changes why={decision.notCurrent.why} protocolId={protocolId} />
        </div>
      )}
    </section>
  )
}

function Decision({ decision }: { readonly decision: SignatureSummary }) {
  return (
    <span className={classes['decision']}>
      <SignatureStatus status={decision.status} />
      <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: decision.id }} size="sm">
        <SignedBy signature={decision} />
      </LinkAnchor>
    </span>
  )
}
