import { Loader, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { TrainingMark } from '../../../components/training-mark.tsx'
import { useRight } from '../../../session/session.tsx'
import type { ProtocolDetails } from '../protocol-details.ts'
import classes from '../protocols.module.css'
import { ChartingForm } from './charting-form.tsx'
import { ConductHistory } from './conduct-history.tsx'
import { SafetyForm } from './safety-form.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import { useChartingLines } from './use-charting-lines.ts'
import { useSafetyLines } from './use-safety-lines.ts'
import { useScheduleLines } from './use-schedule-lines.ts'

interface TabProps {
  readonly details: ProtocolDetails
}

/** Windows, further visits, doses and the checklist, as the site's approved protocol has them. */
export function VisitsAndDoses({ details }: TabProps) {
  const { t } = useTranslation('conduct')
  const { schedule, history } = useConduct(details)
  const linesOf = useScheduleLines(details)
  if (schedule.state !== 'read') return schedule.shown
  return (
    <div className={classes['parts']}>
      <Intro text={t('schedule.intro')} isTraining={schedule.entry?.content.training === true} />
      <ScheduleForm details={details} saved={schedule.entry} history={history.schedule} />
      <ConductHistory versions={history.schedule} linesOf={linesOf} />
    </div>
  )
}

/** What scores and charts are computed by, where their sources leave it open. */
export function ScoresAndCharts({ details }: TabProps) {
  const { t } = useTranslation('conduct')
  const { charting, history } = useConduct(details)
  const linesOf = useChartingLines()
  if (charting.state !== 'read') return charting.shown
  return (
    <div className={classes['parts']}>
      <Intro text={t('charting.intro')} isTraining={charting.entry?.content.training === true} />
      <ChartingForm protocol={details.definition.id} saved={charting.entry} />
      <ConductHistory versions={history.charting} linesOf={linesOf} />
    </div>
  )
}

/** Deadlines of reports, what is expected, what limits a dose, and the cohorts. */
export function SafetyWatch({ details }: TabProps) {
  const { t } = useTranslation('safetySite')
  const { safety, history } = useConduct(details)
  const linesOf = useSafetyLines()
  if (safety.state !== 'read') return safety.shown
  return (
    <div className={classes['parts']}>
      <Intro text={t('conduct.intro')} isTraining={safety.entry?.content.training === true} />
      <SafetyForm protocol={details.definition.id} saved={safety.entry} history={history.safety} />
      <ConductHistory versions={history.safety} linesOf={linesOf} />
    </div>
  )
}

function Intro({ text, isTraining }: { readonly text: string; readonly isTraining: boolean }) {
  const { t } = useTranslation('conduct')
  const mayEnter = useRight('protocols.configure')
  return (
    <div>
      <Text size="sm" c="dimmed">
        {text} {isTraining && <TrainingMark />}
      </Text>
      {!mayEnter && <Text size="sm">{t('onlyInvestigator')}</Text>}
    </div>
  )
}

type Read<T> =
  | { readonly state: 'read'; readonly entry: T }
  | { readonly state: 'not_read'; readonly shown: ReactNode }

function useConduct({ definition }: ProtocolDetails) {
  const { t } = useTranslation('common')
  const protocolId = definition.id
  const { data, error, refetch } = useRead('conduct', 'get', { protocolId })
  const { data: history } = useRead('conduct', 'history', { protocolId })
  const shown =
    error !== null && data === undefined ? (
      <Failure error={error} onRetry={() => void refetch()} />
    ) : (
      <Loader type="dots" aria-label={t('loading')} />
    )
  const read = <T,>(entry: T | undefined): Read<T> =>
    entry === undefined ? { state: 'not_read', shown } : { state: 'read', entry }
  return {
    schedule: read(data?.schedule),
    charting: read(data?.charting),
    safety: read(data?.safety),
    history: history ?? { schedule: [], charting: [], safety: [] },
  }
}
