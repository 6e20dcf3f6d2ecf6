import { Skeleton, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { LinkAnchor } from '../../../components/link-anchor.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useRight } from '../../../session/session.tsx'
import { FactHistory } from '../../chart/fact-history.tsx'
import { EventDocuments } from '../../documents/event-documents.tsx'
import { CausalityWorkspace } from '../causality/causality-workspace.tsx'
import type { EventDetail } from '../causality/event-detail.ts'
import { EventActions } from './event-actions.tsx'
import { EventDeadlines } from './event-deadlines.tsx'
import { EventDetails } from './event-details.tsx'
import { EventHead } from './event-head.tsx'
import classes from './event-page.module.css'
import { EventQuestions } from './event-questions.tsx'
import { FollowUps } from './follow-ups.tsx'
import { GradeHistory } from './grade-history.tsx'
import { ReportTable } from './report-table.tsx'

/** One adverse event: what is charted of it, how its deadlines stand, whom it was reported to, and what caused it. */
export function EventPage() {
  const { patientId, factId } = useParams({ from: '/candidates/$patientId/safety/$factId' })
  const { t } = useTranslation('screening')
  const mayRead = useRight('facts.read')
  if (!mayRead) return <Text c="dimmed">{t('notForRole')}</Text>
  return <Loaded key={factId} patientId={patientId} event={factId} />
}

interface LoadedProps {
  readonly patientId: PatientId
  readonly event: FactId
}

function Loaded({ patientId, event }: LoadedProps) {
  const { data, error, refetch } = useRead('adverseEvents', 'get', { event })
  if (error instanceof AppError && error.payload.code === 'not_found')
    return <NotThere patientId={patientId} event={event} />
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={520} radius="sm" />
  return <Detail patientId={patientId} detail={data} />
}

function Detail({ patientId, detail }: { readonly patientId: PatientId; readonly detail: EventDetail }) {
  const { t } = useTranslation('safety')
  const { listed, now, reports, expedited } = detail
  return (
    <article className={classes['event']} aria-label={t('event.label')}>
      <EventHead listed={listed} />
      <EventActions listed={listed} />
      <EventDeadlines listed={listed} expedited={expedited} now={now} />
      <EventQuestions listed={listed} />
      <div className={classes['columns']}>
        <EventDetails content={listed.content} />
        <div className={classes['side']}>
          <GradeHistory content={listed.content} />
          <FollowUps content={listed.content} />
        </div>
      </div>
      <ReportTable listed={listed} reports={reports} />
      <EventDocuments listed={listed} />
      <CausalityWorkspace patientId={patientId} detail={detail} />
      <FactHistory factId={listed.event} />
    </article>
  )
}

/** Retracted, or never there: what was charted of it stays in its history. */
function NotThere({ patientId, event }: LoadedProps) {
  const { t } = useTranslation('safety')
  return (
    <div className={classes['event']}>
      <Notice kind="info" title={t('event.notThere')}>
        <LinkAnchor to="/candidates/$patientId/safety" params={{ patientId }} size="sm">
          {t('event.toAll')}
        </LinkAnchor>
      </Notice>
      <FactHistory factId={event} />
    </div>
  )
}
