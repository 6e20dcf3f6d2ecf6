import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRight } from '../../session/session.tsx'
import { SignOne } from './sign-one.tsx'

/** Signs whether a candidate is eligible for a protocol, beside the candidate. */
export function SignEligibility() {
  const { t } = useTranslation('signatures')
  const { patientId, protocolId } = useParams({ from: '/candidates/$patientId/sign/$protocolId' })
  const request = useMemo(
    () => ({ kind: 'eligibility' as const, patientId, protocolId }),
    [patientId, protocolId],
  )
  const maySign = useRight('signatures.sign')
  if (!maySign) return <NotForRole />
  return (
    <SignOne
      key={`${patientId} ${protocolId}`}
      request={request}
      title={t('page.eligibility', { protocol: protocolId })}
      order={2}
    >
      <LinkAnchor to="/candidates/$patientId" params={{ patientId }} size="sm">
        {t('page.toScreening')}
      </LinkAnchor>
    </SignOne>
  )
}

/** Signs the own judgement of an adverse event, beside the candidate. */
export function SignCausality() {
  const { t } = useTranslation('signatures')
  const { patientId, factId } = useParams({ from: '/candidates/$patientId/safety/$factId/sign' })
  const request = useMemo(
    () => ({ kind: 'causality' as const, patientId, event: factId }),
    [patientId, factId],
  )
  const maySign = useRight('signatures.sign')
  if (!maySign) return <NotForRole />
  return (
    <SignOne key={factId} request={request} title={t('page.causality')} order={2}>
      <LinkAnchor to="/candidates/$patientId/safety/$factId" params={{ patientId, factId }} size="sm">
        {t('page.toEvent')}
      </LinkAnchor>
    </SignOne>
  )
}

/** Signs the readings and site criteria of a protocol. */
export function SignConfiguration() {
  const { t } = useTranslation('signatures')
  const { protocolId } = useParams({ from: '/protocols/$protocolId/sign' })
  const request = useMemo(() => ({ kind: 'configuration' as const, protocolId }), [protocolId])
  const maySign = useRight('signatures.sign')
  if (!maySign) return <NotForRole />
  return (
    <SignOne key={protocolId} request={request} title={t('page.signConfiguration', { protocol: protocolId })}>
      <LinkAnchor to="/protocols/$protocolId" params={{ protocolId }} size="sm">
        {protocolId}
      </LinkAnchor>
    </SignOne>
  )
}

/** Signs under somebody else's signature, as principal investigator. */
export function Countersign() {
  const { t } = useTranslation('signatures')
  const { signatureId } = useParams({ from: '/signatures/$signatureId/countersign' })
  const request = useMemo(() => ({ kind: 'countersignature' as const, of: signatureId }), [signatureId])
  const maySign = useRight('signatures.sign')
  if (!maySign) return <NotForRole />
  return (
    <SignOne key={signatureId} request={request} title={t('page.countersignature')}>
      <LinkAnchor to="/signatures/$signatureId" params={{ signatureId }} size="sm">
        {t('page.toSignature')}
      </LinkAnchor>
    </SignOne>
  )
}

export function NotForRole() {
  const { t } = useTranslation('signatures')
  return <Notice kind="info">{t('notForRole')}</Notice>
}
