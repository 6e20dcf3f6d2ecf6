import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import type { Typed } from './new-document-request.ts'

interface OfTrialProps {
  readonly typed: Typed
  /** About one candidate, and at most one protocol; else also about all. */
  readonly isOfOne: boolean
  readonly onChange: (part: Partial<Typed>) => void
}

const ALL = 'all'

/** About whom, and in which protocol. */
export function OfTrial({ typed, isOfOne, onChange }: OfTrialProps) {
  const { t } = useTranslation('documents')
  const { data: patients = [] } = useRead('patients', 'list', {})
  const { data: protocols = [] } = useRead('protocols', 'list', {})
  const people = patients.map(({ id, screeningNumber, initials }) => ({
    value: id as string,
    label: `${screeningNumber} ${initials}`,
  }))
  const { patientId, protocolId } = typed
  return (
    <>
      <Select
        label={t('make.ofCandidate')}
        description={t('make.candidateHint')}
        placeholder={t('make.chooseCandidate')}
        data={isOfOne ? people : [{ value: ALL, label: t('make.everybody') }, ...people]}
        value={patientId ?? (isOfOne ? null : ALL)}
        onChange={value =>
          onChange({ patientId: value === null || value === ALL ? null : PatientId.parse(value) })
        }
        allowDeselect={false}
        searchable
      />
      <Select
        label={t('make.inProtocol')}
        data={[
          { value: ALL, label: t(isOfOne ? 'make.noProtocol' : 'make.everyProtocol') },
          ...protocols.map(({ id }) => id as string),
        ]}
        value={protocolId ?? ALL}
        onChange={value =>
          onChange({ protocolId: value === null || value === ALL ? null : ProtocolId.parse(value) })
        }
        allowDeselect={false}
      />
    </>
  )
}
