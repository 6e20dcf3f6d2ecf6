import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRight } from '../../../session/session.tsx'
import { LinkButton } from '../../chart/link-button.tsx'

interface PrintListProps {
  readonly patientId?: PatientId | undefined
  readonly protocolId?: ProtocolId | undefined
}

/** Leads to the list as a document, to be kept and printed. */
export function PrintList({ patientId, protocolId }: PrintListProps) {
  const { t } = useTranslation('visits')
  const mayExport = useRight('documents.export')
  if (!mayExport) return null
  return (
    <LinkButton
      size="xs"
      variant="default"
      leftSection={<IconPrinter size={16} aria-hidden="true" />}
      to="/documents/new"
      search={{
        kind: 'deviation_list',
        ...(patientId && { patientId }),
        ...(protocolId && { protocolId }),
      }}
    >
      {t('deviations.print')}
    </LinkButton>
  )
}
