import { Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { AttachButton } from './attach-button.tsx'
import { CopyList } from './copy-list.tsx'

/** The certified copies of a patient's reports, below the chart that rests on them. */
export function CopiesOfPatient({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('copies')
  const { isOn } = usePrivacy()
  const { data: copies, error, refetch } = useRead('certifiedCopies', 'list', { patientId })
  return (
    <section aria-labelledby="certified-copies">
      <Group justify="space-between" align="flex-end" mb={6}>
        <div>
          <Title order={2} size="h3" id="certified-copies">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('hint')}
          </Text>
        </div>
        {!isOn && <AttachButton patientId={patientId} />}
      </Group>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isOn && <Text size="sm">{t('hidden')}</Text>}
      {!isOn && copies?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('none')}
        </Text>
      )}
      {!isOn && copies && copies.length > 0 && <CopyList copies={copies} />}
    </section>
  )
}
