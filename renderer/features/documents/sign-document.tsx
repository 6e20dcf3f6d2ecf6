import { Loader, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentId } from '#shared/core/ids.ts'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import { ManifestWay } from '../exports/manifest-way.tsx'
import { SignOne } from '../signatures/sign-one.tsx'
import { useDocumentName } from './document-words.ts'
import classes from './documents.module.css'
import { PdfPreview } from './pdf-preview.tsx'

/** Signs a document: its pages on the left, and the ceremony beside them once the last page was seen. */
export function SignDocument() {
  const { documentId } = useParams({ from: '/documents/$documentId/sign' })
  const maySign = useRight('signatures.sign')
  if (!maySign) return <NotForRole />
  return <Signing key={documentId} id={documentId} />
}

function Signing({ id }: { readonly id: DocumentId }) {
  const { t } = useTranslation(['documents', 'common'])
  const nameOf = useDocumentName()
  const [isRead, setRead] = useState(false)
  const request = useMemo(() => ({ kind: 'document' as const, document: id }), [id])
  const { data, error, refetch } = useRead('documents', 'get', { id })
  if (error && data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  const name = nameOf(data.summary)
  return (
    <div className={classes['signing']} data-read={isRead || undefined}>
      <PdfPreview base64={data.file.pdf} label={name} onRead={() => setRead(true)} />
      <div className={classes['side']}>
        <LinkAnchor to="/documents/$documentId" params={{ documentId: id }} size="sm">
          {name}
        </LinkAnchor>
        {data.summary.kind === 'export_manifest' && (
          <div>
            <ManifestWay id={id} />
          </div>
        )}
        {isRead ? (
          <SignOne request={request} title={t('documents:page.sign')} />
        ) : (
          <Text size="sm" mt="sm" role="status">
            {t('documents:page.readFirst')}
          </Text>
        )}
      </div>
    </div>
  )
}
