import { Loader, Title } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { Subject } from '#shared/core/signatures/subject.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { SignatureStatus } from '../../components/status.tsx'
import { TrainingMark } from '../../components/training-mark.tsx'
import { useRight } from '../../session/session.tsx'
import ceremony from './ceremony/ceremony.module.css'
import { SubjectRecord } from './record/subject-record.tsx'
import { NotForRole } from './sign-pages.tsx'
import { SignatureActions } from './signature-actions.tsx'
import { SignatureBlock } from './signature-block.tsx'
import { SignatureState } from './signature-state.tsx'
import { useItemTitle } from './use-item-title.ts'
import { VerificationNotice } from './verification-notice.tsx'
import classes from './view.module.css'

/** One signature for ever: whether it stands, whether it verifies, who and what; then the record as it was signed. */
export function SignaturePage() {
  const { signatureId } = useParams({ from: '/signatures/$signatureId' })
  const { t } = useTranslation('common')
  const mayRead = useRight('screening.read')
  const { data, error, refetch } = useRead('signatures', 'get', { id: signatureId }, { enabled: mayRead })
  if (!mayRead) return <NotForRole />
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('loading')} />
  const { summary, record, verification } = data
  return (
    <div className={ceremony['page']}>
      <Head summary={summary} />
      <SignatureActions summary={summary} />
      <SignatureState summary={summary} />
      <VerificationNotice verification={verification} />
      <SignatureBlock kept={data} />
      {record && <Record status={summary.status} subject={record.subject} />}
    </div>
  )
}

function Head({ summary }: { readonly summary: SignatureSummary }) {
  const { t } = useTranslation('signatures')
  const title = useTitle()(summary)
  const { patientId, protocolId, event } = summary
  return (
    <header className={ceremony['head']}>
      <div className={classes['back']}>
        {patientId !== null && (
          <LinkAnchor to="/candidates/$patientId" params={{ patientId }} size="sm">
            {t('view.toCandidate')}
          </LinkAnchor>
        )}
        {patientId !== null && event !== null && (
          <LinkAnchor
            to="/candidates/$patientId/safety/$factId"
            params={{ patientId, factId: event }}
            size="sm"
          >
            {t('view.toEvent')}
          </LinkAnchor>
        )}
        {patientId === null && protocolId !== null && (
          <LinkAnchor to="/protocols/$protocolId" params={{ protocolId }} size="sm">
            {protocolId}
          </LinkAnchor>
        )}
      </div>
      <div className={classes['titleRow']}>
        <Title order={1} size="h2">
          {title}
        </Title>
        <SignatureStatus status={summary.status} size="md" />
        {summary.training && <TrainingMark />}
      </div>
    </header>
  )
}

function useTitle(): (summary: SignatureSummary) => string {
  const { t } = useTranslation('signatures')
  const titleOf = useItemTitle()
  return ({ id, kind, patientId, protocolId, event }) => {
    if (kind === 'eligibility' && patientId !== null && protocolId !== null)
      return titleOf({ kind, patientId, protocolId })
    if (kind === 'causality' && patientId !== null && event !== null)
      return titleOf({ kind, patientId, event })
    if (kind === 'configuration' && protocolId !== null) return titleOf({ kind, protocolId })
    return t(`view.title.${kind}`, { id })
  }
}

interface RecordProps {
  readonly status: SignatureSummary['status']
  readonly subject: Subject
}

function Record({ status, subject }: RecordProps) {
  const { t } = useTranslation('signatures')
  return (
    <>
      {status === 'not_current' && <Notice kind="info">{t('view.asSigned')}</Notice>}
      <section className={ceremony['record']} aria-label={t('view.record')}>
        <SubjectRecord subject={subject} />
      </section>
    </>
  )
}
