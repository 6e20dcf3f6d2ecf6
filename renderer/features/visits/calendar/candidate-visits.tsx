import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { useRight } from '../../../session/session.tsx'
import { NotForRole } from '../../candidates/not-for-role.tsx'
import { usePanel } from '../../candidates/use-panel.ts'
import { CalendarExport } from '../calendar-export.tsx'
import classes from './calendar.module.css'
import { ProtocolCalendar } from './protocol-calendar.tsx'

/** The protocol's time for one candidate: what was planned, what took place, what is due. */
export function CandidateVisits() {
  const { patientId } = useParams({ from: '/candidates/$patientId' })
  const { t } = useTranslation(['visits', 'common'])
  const mayRead = useRight('screening.read')
  const { data, error, refetch } = useRead('visits', 'calendar', { patientId }, { enabled: mayRead })
  if (!mayRead) return <NotForRole />
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  if (data.length === 0) return <NotInTrial />
  return (
    <div className={classes['visits']}>
      {data.map(calendar => (
        <ProtocolCalendar key={calendar.protocol} patientId={patientId} calendar={calendar} />
      ))}
      <Foot patientId={patientId} />
    </div>
  )
}

function Foot({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('visits')
  return (
    <Group gap="sm" className={classes['foot'] ?? ''}>
      <CalendarExport patientId={patientId} />
      <Text size="xs" c="dimmed">
        {t('export.hint')}
      </Text>
    </Group>
  )
}

/** Nobody enrolled the candidate anywhere: there is nothing to plan from. */
function NotInTrial() {
  const { t } = useTranslation('visits')
  const mayWrite = useRight('facts.write')
  const { open } = usePanel()
  return (
    <Stack gap={8} maw={560} py={40}>
      <Title order={2}>{t('none.title')}</Title>
      <Text c="dimmed">{t('none.text')}</Text>
      {mayWrite && (
        <Group mt="xs">
          <Button variant="default" onClick={() => open({ open: 'enter', kind: 'enrolment' })}>
            {t('action.enrolment')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
