import { Loader, Select, Text } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SafetyOverview } from '#shared/core/adverse-events/overview.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { Complications } from './complications.tsx'
import { CountsTable } from './counts-table.tsx'
import { DoseLimitingBoard } from './dose-limiting-board.tsx'
import classes from './site.module.css'

interface SafetyOverviewOfProps {
  readonly protocolId: ProtocolId
  readonly cohort: string | undefined
}

/** What the events of one protocol come to, or of one of its cohorts. */
export function SafetyOverviewOf({ protocolId, cohort }: SafetyOverviewOfProps) {
  const { t } = useTranslation('common')
  const { data, error, refetch } = useRead(
    'adverseEvents',
    'overview',
    { protocolId, ...(cohort !== undefined && { cohort }) },
    { keepPrevious: true },
  )
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('loading')} />
  return (
    <div className={classes['parts']}>
      <Exposure overview={data} />
      <CountsTable overview={data} />
      <Complications overview={data} />
      <DoseLimitingBoard overview={data} />
    </div>
  )
}

interface OverviewProps {
  readonly overview: SafetyOverview
}

/** How many patients were seen for how long: what every rate rests on. */
function Exposure({ overview }: OverviewProps) {
  const { t } = useTranslation('safetySite')
  const language = useLanguage()
  const navigate = useNavigate()
  const search = useSearch({ from: '/safety' })
  const { dosed, patientYears, beforeTreatment, cohorts, cohort, today } = overview
  const numbers = [
    ['dosed', String(dosed)],
    ['patientYears', patientYears.toFixed(2)],
    ['events', String(overview.total.events)],
    ['beforeTreatment', String(beforeTreatment)],
  ] as const
  return (
    <section className={classes['exposure']} aria-label={t('exposure.label')}>
      {cohorts.length > 0 && (
        <Select
          size="xs"
          label={t('filter.cohort')}
          placeholder={t('filter.all')}
          data={cohorts.map(({ id, title }) => ({ value: id, label: title }))}
          value={cohort}
          onChange={value =>
            void navigate({ to: '/safety', search: { ...search, cohort: value ?? undefined }, replace: true })
          }
          clearable
        />
      )}
      <dl className={classes['numbers']}>
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`exposure.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed">
        {t('exposure.hint', { date: dateText(today, language) })}
      </Text>
    </section>
  )
}
