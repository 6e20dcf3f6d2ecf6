import { Group, Loader, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PatientId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import { DocumentTable } from './document-table.tsx'

/** The documents of one candidate, and the ways to the trail of what was entered about them: a tab of the candidate. */
export function CandidateDocuments() {
  const { patientId } = useParams({ from: '/candidates/$patientId/documents' })
  const mayExport = useRight('documents.export')
  return mayExport ? <Documents patientId={patientId} /> : null
}

function Documents({ patientId }: { readonly patientId: PatientId }) {
  const { t } = useTranslation(['documents', 'common'])
  const mayAudit = useRight('audit.read')
  const { data, error, refetch } = useRead('documents', 'list', { patientId })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  return (
    <section aria-label={t('documents:candidate.all')}>
      {data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('documents:noneOfCandidate')}
        </Text>
      ) : (
        <DocumentTable documents={data.toReversed()} isOfOne />
      )}
      {mayAudit && (
        <Group gap="lg" mt="sm">
          <LinkAnchor to="/trail" search={{ patientId }} size="sm">
            {t('documents:candidate.history')}
          </LinkAnchor>
          <LinkAnchor to="/documents/new" search={{ kind: 'trail_extract', patientId }} size="sm">
            {t('documents:candidate.extract')}
          </LinkAnchor>
        </Group>
      )}
    </section>
  )
}
