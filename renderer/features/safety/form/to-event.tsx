import { useTranslation } from 'react-i18next'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { LinkAnchor } from '../../../components/link-anchor.tsx'

interface ToEventProps {
  readonly patientId: PatientId
  readonly factId: FactId
}

/** To the page of an adverse event, where its causality, reports and deadlines are. */
export function ToEvent({ patientId, factId }: ToEventProps) {
  const { t } = useTranslation('safety')
  return (
    <LinkAnchor
      to="/candidates/$patientId/safety/$factId"
      params={{ patientId, factId }}
      search={{}}
      size="sm"
    >
      {t('toEvent')}
    </LinkAnchor>
  )
}
