import { Loader, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { useRight } from '../../session/session.tsx'
import { ScreeningView } from './screening-view.tsx'

/** Both protocols' answers about one candidate. */
export function CandidateScreening() {
  const { patientId } = useParams({ from: '/candidates/$patientId/' })
  const { t } = useTranslation('screening')
  const mayRead = useRight('screening.read')
  if (!mayRead) return <Text c="dimmed">{t('notForRole')}</Text>
  return <Asked key={patientId} patientId={patientId} />
}

function Asked({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation()
  /** Undefined for the day that the engine takes: that of registration, else today. */
  const [asked, setAsked] = useState<CivilDate>()
  const { data, error, refetch } = useRead(
    'screening',
    'patient',
    { patientId, ...(asked && { on: asked }) },
    { keepPrevious: true },
  )
  const ask = useCallback((on: CivilDate | undefined) => setAsked(on), [])
  // Also where there was an answer: it is about what was charted before.
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('loading')} />
  return <ScreeningView patientId={patientId} answer={data} asked={asked} onAsk={ask} />
}
