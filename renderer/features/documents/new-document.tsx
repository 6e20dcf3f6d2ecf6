import { Button, Loader, Stack, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentRequest } from '#shared/api/documents.ts'
import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { useRead, useWrite } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { Notice } from '../../components/notice.tsx'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePrivacy } from '../../privacy/privacy.tsx'
import { useRight } from '../../session/session.tsx'
import { NotForRole } from '../candidates/not-for-role.tsx'
import type { MadeKind } from './document-search.ts'
import classes from './documents.module.css'
import { NewDocumentFields } from './new-document-fields.tsx'
import { requestOf, type Typed, useMadeKinds } from './new-document-request.ts'
import { PdfPreview } from './pdf-preview.tsx'

/** A document made on its own: chosen on the left, seen on the right, kept once it is right. */
export function NewDocument() {
  const { t } = useTranslation(['documents', 'common'])
  const mayExport = useRight('documents.export')
  const search = useSearch({ from: '/documents/new' })
  const kinds = useMadeKinds()
  const { isOn } = usePrivacy()
  if (!mayExport) return <NotForRole />
  if (isOn) return <Notice kind="info">{t('documents:hidden')}</Notice>
  if (kinds === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  // Another address asks for another document.
  return <Making key={JSON.stringify(search)} kinds={kinds} />
}

function Making({ kinds }: { readonly kinds: readonly MadeKind[] }) {
  const { t } = useTranslation('documents')
  const search = useSearch({ from: '/documents/new' })
  const [typed, setTyped] = useState<Typed>({
    kind: search.kind ?? kinds[0] ?? 'screening_log',
    patientId: search.patientId ?? null,
    protocolId: search.protocolId ?? null,
    language: useLanguage(),
    ...{ on: '', from: '', to: '' },
    recipient: search.recipient ?? 'sponsor',
    filter: search.filter ?? {},
  })
  const request = requestOf(typed, search)
  const create = useWrite('documents', 'create')
  const navigate = useNavigate()
  const keep = () => {
    if (request === undefined) return
    create.mutate(
      { request, language: typed.language },
      { onSuccess: ({ id }) => void navigate({ to: '/documents/$documentId', params: { documentId: id } }) },
    )
  }
  return (
    <div className={classes['making']}>
      <div className={classes['head']}>
        <div>
          <LinkAnchor to="/documents" size="sm">
            {t('page.back')}
          </LinkAnchor>
          <Title order={1} size="h2">
            {t('make.title')}
          </Title>
        </div>
      </div>
      <form
        className={classes['side']}
        onSubmit={event => {
          event.preventDefault()
          keep()
        }}
        noValidate
      >
        <Stack gap="md">
          <NewDocumentFields typed={typed} kinds={kinds} onChange={setTyped} />
          {create.error && <Failure error={create.error} />}
          <Button type="submit" disabled={request === undefined} loading={create.isPending}>
            {t('make.keep')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('make.keepHint')}
          </Text>
        </Stack>
      </form>
      {request === undefined ? (
        <div className={classes['waiting']}>{t('make.waiting')}</div>
      ) : (
        <Preview request={request} language={typed.language} />
      )}
    </div>
  )
}

interface PreviewProps {
  readonly request: DocumentRequest
  readonly language: DocumentLanguage
}

const PAUSE_MS = 300

function Preview({ request, language }: PreviewProps) {
  const { t } = useTranslation('documents')
  const [settled] = useDebouncedValue(JSON.stringify({ request, language }), PAUSE_MS)
  const { data, error, refetch } = useRead('documents', 'preview', JSON.parse(settled) as PreviewProps)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined)
    return (
      <div className={classes['waiting']} role="status">
        {t('make.composing')}
      </div>
    )
  const kind = request.kind === 'signature' ? 'signed' : request.kind
  const name = kind === 'signed' ? data.fileName : t(`kind.${kind}`)
  return <PdfPreview base64={data.pdf} label={t('make.preview', { name })} />
}
