import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#shared/api/documents.ts'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { SignatureStatus, Status } from '../../components/status.tsx'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Identity } from '../../privacy/privacy.tsx'
import { useAbout, useDocumentName } from '../documents/document-words.ts'
import { SignedBy } from '../signatures/signed-by.tsx'
import { isSignedOnPaper } from './figures.ts'
import classes from './inspection.module.css'

interface InspectedDocumentProps {
  readonly document: DocumentSummary
  /** In the order of signing. */
  readonly signatures: readonly SignatureSummary[]
  /** All are about one candidate, who need not be named in every line. */
  readonly isOfOne: boolean
}

/** One document: what and about whom, each signature with its state, and the hash by which it is known. */
export function InspectedDocument({ document, signatures, isOfOne }: InspectedDocumentProps) {
  const { t } = useTranslation(['inspection', 'documents'])
  const language = useLanguage()
  const nameOf = useDocumentName()
  const about = useAbout()(document)
  const { id, createdAt, createdBy, revisions } = document
  const latest = revisions.at(-1)
  return (
    <tr>
      <th scope="row">
        <LinkAnchor to="/documents/$documentId" params={{ documentId: id }} fw={600} fz="inherit">
          {nameOf(document)}
        </LinkAnchor>
        {!isOfOne && (
          <span className={classes['second']}>
            {about ? (
              <>
                {about.screeningNumber} <Identity>{about.initials}</Identity>
              </>
            ) : (
              t('documents:site')
            )}
          </span>
        )}
      </th>
      <td>
        <span className={classes['nowrap']}>{timeText(createdAt, language)}</span>
        <span className={classes['second']}>{createdBy}</span>
      </td>
      <td>
        {signatures.map(signature => (
          <div key={signature.id} className={classes['signature']}>
            <SignatureStatus status={signature.status} />
            <SignedBy signature={signature} />
          </div>
        ))}
        {signatures.length === 0 && <Unsigned document={document} />}
      </td>
      <td>
        {t('documents:page.revision', { number: latest?.revision ?? 0 })}
        <span className={classes['hash']}>{latest?.sha256}</span>
      </td>
    </tr>
  )
}

function Unsigned({ document }: Pick<InspectedDocumentProps, 'document'>) {
  const { t } = useTranslation('inspection')
  if (isSignedOnPaper(document)) return <span className={classes['dim']}>{t('documents.byHand')}</span>
  return <Status kind="open" icon={IconPencil} word={t('documents.notSigned')} />
}
