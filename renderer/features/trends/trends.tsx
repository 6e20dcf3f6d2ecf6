import { Skeleton, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import type { Trends as TrendsOfPatient } from '#shared/core/trends/series.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { useRight } from '../../session/session.tsx'
import { LinkButton } from '../chart/link-button.tsx'
import classes from './trends.module.css'
import { TrendsView } from './trends-view.tsx'
import { useFrontMeld } from './use-front-meld.ts'

/** Everything that was measured of a candidate, over the time of the trial. */
export function Trends() {
  const { patientId } = useParams({ from: '/candidates/$patientId' })
  const { t } = useTranslation('screening')
  const mayRead = useRight('facts.read')
  if (!mayRead) return <Text c="dimmed">{t('notForRole')}</Text>
  return <Loaded key={patientId} patientId={patientId} />
}

function Loaded({ patientId }: { readonly patientId: PatientId }) {
  const { data, error, refetch } = useRead('trends', 'patient', { patientId })
  const front = useFrontMeld(data?.protocol ?? null)
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={520} radius="sm" />
  if (isEmpty(data.trends)) return <NothingYet patientId={patientId} />
  return <TrendsView patientId={patientId} protocol={data.protocol} trends={data.trends} front={front} />
}

function isEmpty({ series }: TrendsOfPatient): boolean {
  return series.every(({ points }) => points.length === 0)
}

function NothingYet({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation('trends')
  return (
    <section className={classes['empty']}>
      <h2>{t('empty.title')}</h2>
      <Text c="dimmed">{t('empty.text')}</Text>
      <LinkButton to="/candidates/$patientId/chart" params={{ patientId }} variant="default" mt="sm">
        {t('empty.chart')}
      </LinkButton>
    </section>
  )
}
