import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { AttachButton } from './attach-button.tsx'
import { CopyList } from './copy-list.tsx'

interface CopiesOfFactProps {
  readonly patientId: PatientId
  readonly factId: FactId
}

/** The reports that an entry was taken from, as certified copies. */
export function CopiesOfFact({ patientId, factId }: CopiesOfFactProps) {
  const { t } = useTranslation('copies')
  const { isOn } = usePrivacy()
  const { data = [] } = useRead('certifiedCopies', 'list', { patientId })
  const copies = data.filter(({ facts }) => facts.some(fact => fact.factId === factId))
  if (isOn) return null
  return (
    <section aria-label={t('title')}>
      <Stack gap={6} align="flex-start">
        <Title order={3}>{t('title')}</Title>
        {copies.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('noneOfFact')}
          </Text>
        ) : (
          <CopyList copies={copies} isNarrow />
        )}
        <AttachButton patientId={patientId} factId={factId} />
      </Stack>
    </section>
  )
}
