import { useTranslation } from 'react-i18next'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import type { Blocker } from '#shared/core/signatures/blocker.ts'
import { assertNever } from '#shared/core/text.ts'
import { useRead } from '../../../api/hooks.ts'
import { useCoreText } from '../../../components/core-text.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { useRight } from '../../../session/session.tsx'
import { readingsIn } from '../../protocols/protocol-details.ts'
import type { Review } from '../types.ts'
import { ForCausality } from './for-causality.tsx'
import { PanelLink } from './panel-link.tsx'
import { JudgeLinks, MissingLinks, RenewLinks } from './panel-links.tsx'
import { isStanding, SignatureLink } from './signature-link.tsx'

interface WayOnProps {
  readonly blocker: Blocker
  readonly request: SignatureRequest
  readonly review: Review
}

/** What removes one obstacle. Nothing where only somebody else, or time, can. */
export function WayOn({ blocker, request, review }: WayOnProps) {
  if (request.kind === 'causality') return <ForCausality blocker={blocker} request={request} />
  const patientId = 'patientId' in request ? request.patientId : undefined
  const protocolId = 'protocolId' in request ? request.protocolId : undefined
  if (protocolId === undefined) return null
  if (patientId === undefined) return <ForProtocol blocker={blocker} protocolId={protocolId} />
  const place = { patientId, protocolId }
  switch (blocker.code) {
    case 'undetermined':
      return <MissingLinks {...place} subject={review.subject} />
    case 'projected':
      return <RenewLinks {...place} subject={review.subject} />
    case 'judgement_not_own':
      return <JudgeLinks {...place} labels={blocker.about} />
    case 'registration_ahead':
      return <RegistrationLink patientId={patientId} />
    case 'already_signed':
      return <SignedAlready {...place} />
    case 'criteria_missing':
    case 'readings_open':
    case 'configuration_not_signed':
    case 'nothing_to_sign':
    case 'not_signable':
    case 'not_the_principal_investigator':
    case 'not_the_signer':
    case 'own_signature':
    case 'not_current':
    case 'no_judgement':
    case 'manifest_not_signed':
      return <ForProtocol blocker={blocker} protocolId={protocolId} />
    default:
      return assertNever(blocker.code, 'blocker')
  }
}

function RegistrationLink({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('signatures')
  return (
    <PanelLink patientId={patientId} panel={{ open: 'candidate' }}>
      {t('blockers.changeRegistration')}
    </PanelLink>
  )
}

interface OfPatientProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
}

function SignedAlready({ patientId, protocolId }: OfPatientProps) {
  const { data } = useRead('signatures', 'list', { patientId })
  const signature = data?.find(
    one => one.kind === 'eligibility' && one.protocolId === protocolId && isStanding(one),
  )
  return signature === undefined ? null : <SignatureLink id={signature.id} />
}

interface ForProtocolProps {
  readonly blocker: Blocker
  readonly protocolId: ProtocolId
}

function ForProtocol({ blocker, protocolId }: ForProtocolProps) {
  const { t } = useTranslation('signatures')
  const mayConfigure = useRight('protocols.configure')
  const params = { protocolId }
  const { code } = blocker
  if (code === 'criteria_missing')
    return (
      <LinkAnchor to="/protocols/$protocolId" params={params} hash="site-criteria" size="sm">
        {t('blockers.enterCriteria')}
      </LinkAnchor>
    )
  if (code === 'readings_open') return <ReadingLinks protocolId={protocolId} readings={blocker.about} />
  if (code === 'nothing_to_sign')
    return (
      <LinkAnchor to="/protocols/$protocolId" params={params} hash="readings" size="sm">
        {t('blockers.chooseReadings')}
      </LinkAnchor>
    )
  if (code !== 'configuration_not_signed') return null
  if (!mayConfigure) return <span>{t('blockers.askInvestigator')}</span>
  return (
    <LinkAnchor to="/protocols/$protocolId/sign" params={params} size="sm">
      {t('blockers.signConfiguration')}
    </LinkAnchor>
  )
}

interface ReadingLinksProps {
  readonly protocolId: ProtocolId
  readonly readings: readonly string[]
}

function ReadingLinks({ protocolId, readings }: ReadingLinksProps) {
  const textOf = useCoreText()
  const { data } = useRead('protocols', 'get', { id: protocolId })
  const known = data ? readingsIn(data) : []
  return known
    .filter(({ id }) => readings.includes(id))
    .map(({ id, question }) => (
      <LinkAnchor
        key={id}
        to="/protocols/$protocolId"
        params={{ protocolId }}
        hash={`reading-${id}`}
        size="sm"
      >
        {textOf(question)}
      </LinkAnchor>
    ))
}
