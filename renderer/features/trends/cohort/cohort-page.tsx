import { Skeleton, Text, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { Cohort } from '#shared/core/trends/cohort.ts'
import type { SeriesId } from '#shared/core/trends/series.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { usePrivacy } from '../../../privacy/privacy.tsx'
import { useRight } from '../../../session/session.tsx'
import type { MeldVariant } from '../panels.ts'
import { useFrontMeld } from '../use-front-meld.ts'
import { useTrendWords } from '../use-trend-words.ts'
import { Changes } from './changes.tsx'
import classes from './cohort.module.css'
import { EachPatient } from './each-patient.tsx'
import { Enrolment } from './enrolment.tsx'
import { InjuryOfAll } from './injury-of-all.tsx'
import { Outside } from './outside.tsx'
import { Survival } from './survival.tsx'

/** Everybody in one protocol, together. */
export function CohortPage() {
  const { protocolId } = useParams({ from: '/cohort/$protocolId' })
  const { t } = useTrendWords()
  const mayRead = useRight('facts.read')
  const { isOn } = usePrivacy()
  return (
    <div className={classes['cohort']}>
      <header>
        <LinkAnchor to="/protocols/$protocolId" params={{ protocolId }} size="sm">
          {protocolId}
        </LinkAnchor>
        <Title order={1} size="h2">
          {t('cohort.title', { protocol: protocolId })}
        </Title>
      </header>
      {isOn && <Text c="dimmed">{t('cohort.hidden')}</Text>}
      {!isOn && mayRead && <Loaded protocolId={protocolId} />}
    </div>
  )
}

/** What is drawn of each patient: the two scores of the outcomes, and what they rest on. */
function eachOf(front: MeldVariant): SeriesId[] {
  return [front, 'child_pugh', 'bilirubin_total', 'albumin', 'inr']
}

function Loaded({ protocolId }: { readonly protocolId: ProtocolId }) {
  const front = useFrontMeld(protocolId)
  const { data, error, refetch } = useRead('trends', 'cohort', { protocolId, series: eachOf(front) })
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={520} radius="sm" />
  return <Parts cohort={data} />
}

function Parts({ cohort }: { readonly cohort: Cohort }) {
  const { t, textOf } = useTrendWords()
  if (cohort.patients.length === 0) return <Text c="dimmed">{t('cohort.nobody')}</Text>
  return (
    <>
      <div className={classes['cards']}>
        <Enrolment cohort={cohort} />
        <Survival title={t('cohort.transplantFree')} curve={cohort.transplantFreeSurvival} />
        <Survival title={t('cohort.overall')} curve={cohort.overallSurvival} />
        {cohort.changes.map(change => (
          <Changes key={change.series} {...change} />
        ))}
        <InjuryOfAll cohort={cohort} />
      </div>
      <Outside cohort={cohort} />
      <EachPatient cohort={cohort} />
      {cohort.notChosen.map(one => (
        <Text key={one.en} size="xs" c="dimmed">
          {textOf(one)}
        </Text>
      ))}
    </>
  )
}
