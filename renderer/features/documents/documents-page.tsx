import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#shared/api/documents.ts'
import type { DocumentId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { DocumentFilters } from './document-filters.tsx'
import type { DocumentSearch } from './document-search.ts'
import { DocumentTable } from './document-table.tsx'
import classes from './documents.module.css'
import { ExportMany } from './export-many.tsx'

/** The site file: every document there is, to look at, export and print. */
export function DocumentsPage() {
  const mayExport = useRight('documents.export')
  const { isOn } = usePrivacy()
  const { t } = useTranslation('documents')
  if (!mayExport) return <NotForRole />
  return (
    <div className={classes['page']}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={1} mb={2}>
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('hint')}
          </Text>
        </div>
        <Ways />
      </Group>
      {isOn ? (
        <Stack mt="md" maw={640}>
          <Notice kind="info">{t('hidden')}</Notice>
        </Stack>
      ) : (
        <SiteFile />
      )}
    </div>
  )
}

function Ways() {
  const { t } = useTranslation('documents')
  const navigate = useNavigate()
  return (
    <Group gap="md" wrap="nowrap" flex="none">
      <LinkAnchor to="/verify" size="sm">
        {t('verify')}
      </LinkAnchor>
      <Button
        leftSection={<IconFilePlus size={17} />}
        onClick={() => void navigate({ to: '/documents/new' })}
      >
        {t('new')}
      </Button>
    </Group>
  )
}

const NONE: ReadonlySet<DocumentId> = new Set()

function SiteFile() {
  const { t } = useTranslation(['documents', 'common'])
  const search = useSearch({ from: '/documents' })
  const { data, error, refetch } = useRead('documents', 'list', {})
  const [chosen, setChosen] = useState(NONE)
  const [isExporting, setExporting] = useState(false)
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" mt="lg" aria-label={t('common:loading')} />
  if (data.length === 0)
    return (
      <Stack mt="xl" gap={4} maw={560}>
        <Text fw={600}>{t('documents:none')}</Text>
        <Text size="sm" c="dimmed">
          {t('documents:noneHint')}
        </Text>
      </Stack>
    )
  const shown = data.filter(document => isWanted(document, search)).toSorted(newestFirst)
  const ids = shown.map(({ id }) => id).filter(id => chosen.has(id))
  return (
    <>
      <DocumentFilters documents={data} />
      <Text size="sm" c="dimmed" mb={4} role="status">
        {t('documents:count', { count: shown.length })}
      </Text>
      {shown.length === 0 ? (
        <Text>
          {t('documents:noneFound')}{' '}
          <LinkAnchor to="/documents" search={{}}>
            {t('documents:allOfThem')}
          </LinkAnchor>
        </Text>
      ) : (
        <DocumentTable documents={shown} choice={{ chosen, onChange: setChosen }} />
      )}
      {ids.length > 0 && (
        <div className={classes['chosen']}>
          <Text size="sm" role="status">
            {t('documents:chosen', { count: ids.length })}
          </Text>
          <Button onClick={() => setExporting(true)}>{t('documents:exportChosen')}</Button>
        </div>
      )}
      {isExporting && <ExportMany ids={ids} onClose={() => setExporting(false)} />}
    </>
  )
}

function isWanted(
  document: DocumentSummary,
  { candidate, kind, protocol, language }: DocumentSearch,
): boolean {
  if (candidate !== undefined && document.patientId !== (candidate === 'site' ? null : candidate))
    return false
  if (kind !== undefined && document.kind !== kind) return false
  if (protocol !== undefined && document.protocolId !== protocol) return false
  return language === undefined || document.language === language
}

function newestFirst(a: DocumentSummary, b: DocumentSummary): number {
  return Date.parse(b.createdAt) - Date.parse(a.createdAt)
}
