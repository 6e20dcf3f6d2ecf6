import { Alert, Loader, Text } from '@mantine/core'
import { Outlet, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AppError } from '#shared/api/errors.ts'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import { FactPanel } from '../chart/fact-panel.tsx'
import { TrialNamesProvider } from '../chart/trial/trial-names-provider.tsx'
import { CandidateHeader } from './candidate-header.tsx'
import classes from './candidate-page.module.css'
import { NotForRole } from './not-for-role.tsx'
import { SidePanel } from './side-panel.tsx'
import { usePanel } from './use-panel.ts'

/** One candidate: who it is and both answers on top, the chosen tab below, and beside it what is being entered. */
export function CandidatePage() {
  const { patientId } = useParams({ from: '/candidates/$patientId' })
  const mayRead = useRight('patients.read')
  if (!mayRead) return <NotForRole />
  return (
    <TrialNamesProvider>
      <Candidate key={patientId} patientId={patientId} />
    </TrialNamesProvider>
  )
}

function Candidate({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation(['candidates', 'common'])
  const { panel, open, turn, close } = usePanel()
  const { data: patient, error, refetch } = useRead('patients', 'get', { id: patientId })
  if (error !== null && patient === undefined) {
    if (isUnknown(error)) return <UnknownCandidate />
    return <Failure error={error} onRetry={() => void refetch()} />
  }
  if (patient === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  return (
    <div className={classes['page']} data-panel={panel !== undefined || undefined}>
      <CandidateHeader patient={patient} />
      <div className={classes['content']}>
        <Outlet />
      </div>
      {panel !== undefined && (
        <SidePanel label={t('candidates:panelLabel')} onClose={close}>
          <FactPanel patientId={patientId} request={panel} onOpen={open} onTurn={turn} onClose={close} />
        </SidePanel>
      )}
    </div>
  )
}

function UnknownCandidate() {
  const { t } = useTranslation('candidates')
  return (
    <Alert color="orange" title={t('unknownCandidate.title')} maw={560}>
      <Text size="sm" mb="xs">
        {t('unknownCandidate.text')}
      </Text>
      <LinkAnchor to="/" size="sm">
        {t('toLog')}
      </LinkAnchor>
    </Alert>
  )
}

function isUnknown(error: unknown): boolean {
  return error instanceof AppError && error.payload.code === 'not_found'
}
