import { Loader } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { AttritionView } from './attrition-view.tsx'
import { HiddenLog, NoCandidates } from './empty-log.tsx'
import { byNumber, linesOf } from './lines.ts'
import classes from './log.module.css'
import { LogBar } from './log-bar.tsx'
import { LogList } from './log-list.tsx'
import { LogProgress } from './log-progress.tsx'
import { MissingView } from './missing-view.tsx'
import { NotForRole } from './not-for-role.tsx'
import { useSummaries } from './use-summaries.ts'

const NOTHING = new Map()

/** The screening log: who is a candidate, what each protocol says of them, and what is missing. */
export function CandidateLog() {
  const mayRead = useRight('patients.read')
  const { isOn } = usePrivacy()
  if (!mayRead) return <NotForRole />
  return isOn ? <HiddenLog /> : <Log />
}

function Log() {
  const { t } = useTranslation('common')
  const { view } = useSearch({ from: '/' })
  const patients = useRead('patients', 'list', {})
  const { summaries, ...run } = useSummaries({ enabled: true })
  const inOrder = useMemo(() => byNumber(patients.data ?? []), [patients.data])
  const lines = useMemo(() => linesOf(inOrder, summaries?.byPatient ?? NOTHING), [inOrder, summaries])
  if (patients.error !== null && patients.data === undefined)
    return <Failure error={patients.error} onRetry={() => void patients.refetch()} />
  if (patients.data === undefined) return <Loader type="dots" aria-label={t('loading')} />
  if (patients.data.length === 0) return <NoCandidates />
  return (
    <div className={classes['log']}>
      <LogBar count={lines.length} />
      {run.error !== null && <Failure error={run.error} onRetry={() => void run.retry()} />}
      <LogProgress {...run} done={summaries?.done ?? 0} total={lines.length} />
      {view === undefined && <LogList lines={lines} summaries={summaries} />}
      {view === 'missing' && <MissingView lines={lines} summaries={summaries} />}
      {view === 'attrition' && <AttritionView lines={lines} />}
    </div>
  )
}
