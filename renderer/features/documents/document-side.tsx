import { Anchor, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#shared/api/documents.ts'
import { Facts } from '../../components/facts.tsx'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { SignatureStatus } from '../../components/status.tsx'
import { instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Identity } from '../../privacy/privacy.tsx'
import { SignedBy } from '../signatures/signed-by.tsx'
import { useAbout, useSignaturesIn } from './document-words.ts'
import classes from './documents.module.css'

interface DocumentSideProps {
  readonly document: DocumentSummary
  /** The revision that is looked at. */
  readonly shown: number
  readonly onShow: (revision: number) => void
}

/** Where a document comes from, and every revision with its signature and hash. */
export function DocumentSide({ document, shown, onShow }: DocumentSideProps) {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  const about = useAbout()(document)
  const { id, patientId, createdAt, createdBy, protocolId } = document
  return (
    <>
      <Facts
        rows={[
          [t('page.made'), instantText(createdAt, language)],
          [t('page.by'), createdBy],
          ...(patientId !== null && about
            ? [
                [
                  t('page.about'),
                  <LinkAnchor key="about" to="/candidates/$patientId" params={{ patientId }} fz="inherit">
                    {about.screeningNumber} <Identity>{about.initials}</Identity>
                  </LinkAnchor>,
                ] as const,
              ]
            : []),
          ...(protocolId === null ? [] : [[t('page.protocol'), protocolId] as const]),
          [t('page.language'), t(`languageName.${document.language}`)],
          [
            t('page.id'),
            <span key="id" className={classes['hash']}>
              {id}
            </span>,
          ],
        ]}
      />
      <Title order={2} size="h3" mt="lg">
        {t('page.revisions')}
      </Title>
      <ol className={classes['revisions']} reversed>
        {document.revisions.toReversed().map(revision => (
          <Revision
            key={revision.revision}
            {...{ document, revision, onShow }}
            isShown={revision.revision === shown}
          />
        ))}
      </ol>
    </>
  )
}

interface RevisionProps extends Pick<DocumentSideProps, 'document' | 'onShow'> {
  readonly revision: DocumentSummary['revisions'][number]
  readonly isShown: boolean
}

function Revision({ document, revision, isShown, onShow }: RevisionProps) {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  const { revision: number, enteredAt, sha256, signature: signatureId } = revision
  const signature = useSignaturesIn()(document).find(({ id }) => id === signatureId)
  return (
    <li>
      <Text span size="sm" fw={600}>
        {t('page.revision', { number })}
      </Text>{' '}
      {!isShown && (
        <Anchor component="button" type="button" size="sm" onClick={() => onShow(number)}>
          {t('page.show')}
        </Anchor>
      )}
      {signature ? (
        <div>
          <SignedBy signature={signature} /> <SignatureStatus status={signature.status} />
        </div>
      ) : (
        <Text size="sm">
          {t('page.asMade')}
          <Text span c="dimmed" size="sm">{` · ${instantText(enteredAt, language)}`}</Text>
        </Text>
      )}
      <p className={classes['hash']}>SHA-256 {sha256}</p>
    </li>
  )
}
