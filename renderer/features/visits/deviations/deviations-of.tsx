import { Button, Group, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { PatientId, ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { useRight } from '../../../session/session.tsx'
import { AddDialog } from './add-dialog.tsx'
import { DeviationList } from './deviation-list.tsx'
import classes from './deviations.module.css'
import { PrintList } from './print-list.tsx'

interface DeviationsOfProps {
  readonly patientId: PatientId
  readonly protocolId: ProtocolId
}

/** The deviations of one candidate in one protocol. */
export function DeviationsOf(place: DeviationsOfProps) {
  const { t } = useTranslation('visits')
  const mayWrite = useRight('facts.write')
  const { data, error, refetch } = useRead('deviations', 'list', place)
  const [isAdding, add] = useDisclosure(false)
  return (
    <section className={classes['of']} aria-label={t('deviations.ofLabel', { protocol: place.protocolId })}>
      <Group justify="space-between">
        <Title order={3}>
          {t('deviations.title')} {data && <span className={classes['count']}>{data.length}</span>}
        </Title>
        <Group gap="xs">
          {mayWrite && (
            <Button size="xs" variant="default" onClick={add.open} aria-haspopup="dialog">
              {t('deviations.add')}
            </Button>
          )}
          <PrintList {...place} />
        </Group>
      </Group>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('deviations.none')}
        </Text>
      )}
      {data && data.length > 0 && <DeviationList deviations={data} />}
      {isAdding && <AddDialog {...place} onClose={add.close} />}
    </section>
  )
}
