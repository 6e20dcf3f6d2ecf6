import { Text } from '@mantine/core'
import { IconCalendarCheck, IconCalendarOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import type { Calendar } from '#shared/core/schedule/calendar.ts'
import { useCoreText } from '../../components/core-text.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Status } from '../../components/status.tsx'
import classes from './candidate-page.module.css'

interface TrialGlanceProps {
  readonly patientId: PatientId
  readonly calendar: Calendar
}

/** A protocol that the patient takes part in: where in it. Whether one could be registered today is no question here. */
export function TrialGlance({ patientId, calendar }: TrialGlanceProps) {
  const { t } = useTranslation('candidates')
  const textOf = useCoreText()
  const { protocol, dayOfTrial, ended } = calendar
  return (
    <div className={classes['answer']}>
      <Text size="sm" fw={600}>
        {protocol}
      </Text>
      {ended === null ? (
        <Status kind="good" icon={IconCalendarCheck} word={t('trial.in')} size="md" />
      ) : (
        <Status kind="over" icon={IconCalendarOff} word={t('trial.ended')} size="md" />
      )}
      {ended !== null && <Text size="sm">{textOf(ended.how)}</Text>}
      {ended === null && dayOfTrial !== null && (
        <LinkAnchor to="/candidates/$patientId/visits" params={{ patientId }} size="sm">
          {t('trial.day', { day: dayOfTrial })}
        </LinkAnchor>
      )}
    </div>
  )
}

/** Enrolled or dosed: consent alone does not make somebody a patient of the trial. */
export function takesPart({ enrolled, doses }: Calendar): boolean {
  return enrolled !== null || doses.some(({ given }) => given !== null)
}
