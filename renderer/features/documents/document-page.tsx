import { Button, Loader, Text, Title } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#shared/api/documents.ts'
import type { AppError } from '#shared/api/errors.ts'
import type { DocumentId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { ManifestWay } from '../exports/manifest-way.tsx'
import { DocumentSide } from './document-side.tsx'
import { useDocumentName, useSignaturesIn } from './document-words.ts'
import classes from './documents.module.css'
import { ExportButton } from './export-button.tsx'
import { PdfPreview } from './pdf-preview.tsx'

/** One document of the site file: its pages, and beside them who made and signed it. */
export function DocumentPage() {
  const { documentId } = useParams({ from: '/documents/$documentId' })
  const mayExport = useRight('documents.export')
  if (!mayExport) return <NotForRole />
  return <Document key={documentId} id={documentId} />
}

function Document({ id }: { readonly id: DocumentId }) {
  const { t } = useTranslation(['documents', 'common'])
  const nameOf = useDocumentName()
  const [revision, setRevision] = useState<number>()
  const input = { id, ...(revision === undefined ? {} : { revision }) }
  const { data, error, refetch } = useRead('documents', 'get', input, { keepPrevious: true })
  if (error && isUnknown(error)) return <Notice kind="bad">{t('documents:page.unknown')}</Notice>
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  const { summary, file } = data
  const shown = revision ?? summary.revisions.length
  return (
    <div className={classes['reading']}>
      <div className={classes['head']}>
        <div>
          <LinkAnchor to="/documents" size="sm">
            {t('documents:page.back')}
          </LinkAnchor>
          {summary.kind === 'export_manifest' && (
            <>
              {' · '}
              <ManifestWay id={id} />
            </>
          )}
          <Title order={1} size="h2">
            {nameOf(summary)}
          </Title>
        </div>
        <div className={classes['actions']}>
          <Ways document={summary} />
          <ExportButton id={id} />
        </div>
      </div>
      <PdfPreview base64={file.pdf} label={nameOf(summary)} />
      <aside className={classes['side']}>
        <DocumentSide document={summary} shown={shown} onShow={setRevision} />
        {summary.revisions.length > 1 && (
          <Text size="sm" c="dimmed" mt="md">
            {t('documents:page.latest')}
          </Text>
        )}
      </aside>
    </div>
  )
}

/** What can be made of a document: a signature under it, or the same in another language. */
function Ways({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation('documents')
  const navigate = useNavigate()
  const maySign = useRight('signatures.sign')
  const [first] = useSignaturesIn()(document)
  const isOfSignature = document.kind === 'eligibility' || document.kind === 'configuration'
  if (isOfSignature && first)
    return (
      <Button
        variant="default"
        onClick={() =>
          void navigate({ to: '/documents/new', search: { kind: 'signed', signature: first.id } })
        }
      >
        {t('page.otherLanguage')}
      </Button>
    )
  if (!maySign || first || ON_PAPER.has(document.kind)) return null
  return (
    <Button
      variant="default"
      onClick={() =>
        void navigate({ to: '/documents/$documentId/sign', params: { documentId: document.id } })
      }
    >
      {t('page.sign')}
    </Button>
  )
}

/** The page of the certificate is compared with the screen, a worksheet filled in: both are signed by hand. */
const ON_PAPER: ReadonlySet<DocumentSummary['kind']> = new Set(['site_certificate', 'visit_worksheet'])

function isUnknown(error: AppError): boolean {
  return error.payload.code === 'not_found'
}
