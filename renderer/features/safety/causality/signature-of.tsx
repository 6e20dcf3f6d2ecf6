import { useTranslation } from 'react-i18next'
import type { FactId, PatientId, UserId } from '#shared/core/ids.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { SignatureStatus } from '../../../components/status.tsx'
import { useRight, useSession } from '../../../session/session.tsx'
import { LinkButton } from '../../chart/link-button.tsx'
import { Changes } from '../../signatures/changes.tsx'
import { SignedBy } from '../../signatures/signed-by.tsx'
import classes from './causality.module.css'
import { useCausalitySignature } from './causality-signatures.ts'

interface SignatureOfProps {
  readonly patientId: PatientId
  readonly event: FactId
  /** Whose judgement it is. */
  readonly author: UserId
}

/** Whether a judgement is signed and still stands, what changed under it, and the way to sign or countersign it. */
export function SignatureOf({ patientId, event, author }: SignatureOfProps) {
  const { t } = useTranslation(['causality', 'signatures'])
  const { user } = useSession()
  const maySign = useRight('signatures.sign')
  const { signature, isRead } = useCausalitySignature({ patientId, event, author })
  const isOwn = author === user.id
  const stands = signature?.status === 'current' || signature?.status === 'awaiting_countersignature'
  const mayCountersign =
    maySign &&
    !isOwn &&
    user.role === 'principal_investigator' &&
    signature?.status === 'awaiting_countersignature'
  return (
    <div className={classes['signature']}>
      <div className={classes['signatureLine']}>
        {signature ? (
          <>
            <SignatureStatus status={signature.status} />
            <LinkAnchor to="/signatures/$signatureId" params={{ signatureId: signature.id }} size="sm">
              <SignedBy signature={signature} />
            </LinkAnchor>
          </>
        ) : (
          <span className={classes['dim']}>{isRead && t('causality:sign.notSigned')}</span>
        )}
        {isOwn && maySign && isRead && !stands && (
          <LinkButton
            to="/candidates/$patientId/safety/$factId/sign"
            params={{ patientId, factId: event }}
            size="xs"
          >
            {signature ? t('signatures:view.signAgain') : t('signatures:signOff.sign')}
          </LinkButton>
        )}
        {mayCountersign && (
          <LinkButton
            to="/signatures/$signatureId/countersign"
            params={{ signatureId: signature.id }}
            size="xs"
          >
            {t('signatures:view.countersign')}
          </LinkButton>
        )}
      </div>
      {signature?.status === 'not_current' && signature.notCurrent && (
        <Changes why={signature.notCurrent.why} protocolId={signature.protocolId} />
      )}
    </div>
  )
}
