import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { useRight } from '../../../session/session.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import { EventTable } from './event-table.tsx'
import { EventTimeline } from './event-timeline.tsx'
import { OfferList } from './offer-list.tsx'
import { OtherRecords } from './other-records.tsx'
import classes from './patient-safety.module.css'

/** What went wrong for a patient: every event, over time and in a list, and what may have to become one. */
export function PatientSafety() {
  const { patientId } = useParams({ from: '/candidates/$patientId' })
  const { t } = useTranslation('screening')
  const mayRead = useRight('facts.read')
  if (!mayRead) return <Text c="dimmed">{t('notForRole')}</Text>
  return <Loaded key={patientId} patientId={patientId} />
}

function Loaded({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('safety')
  const { data, error, refetch } = useRead('adverseEvents', 'list', { patientId })
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={420} radius="sm" />
  const { events, now } = data
  return (
    <div className={classes['safety']}>
      <Tools />
      {events.length === 0 ? (
        <Text c="dimmed">{t('list.none')}</Text>
      ) : (
        <>
          <EventTable events={events} now={now} />
          <EventTimeline patientId={patientId} events={events} />
        </>
      )}
      <OfferList patientId={patientId} />
      <OtherRecords patientId={patientId} />
    </div>
  )
}

function Tools() {
  const { t } = useTranslation('safety')
  const { open } = usePanel()
  const mayWrite = useRight('facts.write')
  return (
    <div className={classes['head']}>
      <h2>{t('list.title')}</h2>
      {mayWrite && (
        <Group gap="xs">
          <Button size="xs" onClick={() => open({ open: 'enter', kind: 'adverse_event' })}>
            {t('list.record')}
          </Button>
          <Button size="xs" variant="default" onClick={() => open({ open: 'enter', kind: 'pregnancy' })}>
            {t('list.pregnancy')}
          </Button>
          <Button size="xs" variant="default" onClick={() => open({ open: 'enter', kind: 'unblinding' })}>
            {t('list.unblinding')}
          </Button>
        </Group>
      )}
    </div>
  )
}
