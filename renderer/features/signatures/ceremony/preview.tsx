import { Button, Group, Loader, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SignatureRequest } from '#shared/api/signatures.ts'
import type { DocumentLanguage } from '#shared/core/documents/payload.ts'
import { useRead } from '../../../api/hooks.ts'
import { Failure } from '../../../components/failure.tsx'
import { PdfPreview } from '../../documents/pdf-preview.tsx'
import classes from './ceremony.module.css'
import { makesDocument } from './makes-document.ts'

interface PreviewProps {
  readonly request: SignatureRequest
  readonly language: DocumentLanguage
}

/** The PDF as it would be filed, in the language chosen, before anything is signed. */
export function Preview({ request, language }: PreviewProps) {
  const { t } = useTranslation(['signatures', 'common'])
  const [isOpen, { open, close }] = useDisclosure(false)
  // A withdrawal and a countersignature add to the document of the signature that they are about.
  if (!makesDocument(request)) return null
  return (
    <Group>
      <Button
        variant="default"
        onClick={open}
        leftSection={<IconFileSearch size={17} aria-hidden="true" />}
        aria-haspopup="dialog"
      >
        {t('signatures:ceremony.preview')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('signatures:ceremony.previewTitle')}
        size="min(1040px, 92vw)"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <div className={classes['preview']}>
          <Pages request={request} language={language} />
        </div>
      </Modal>
    </Group>
  )
}

function Pages({ request, language }: PreviewProps) {
  const { t } = useTranslation(['signatures', 'common'])
  const { data, error, refetch } = useRead('documents', 'preview', {
    request: { kind: 'signature', request },
    language,
  })
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  return <PdfPreview base64={data.pdf} label={t('signatures:ceremony.previewTitle')} />
}
