import { Checkbox, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '#shared/api/documents.ts'
import type { DocumentId } from '#shared/core/ids.ts'
import { LinkAnchor } from '../../components/link-anchor.tsx'
import { instantText, timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { Identity } from '../../privacy/privacy.tsx'
import { useAbout, useDocumentName, useSignaturesIn } from './document-words.ts'
import classes from './documents.module.css'

/** Which documents are chosen for export. */
interface Choice {
  readonly chosen: ReadonlySet<DocumentId>
  readonly onChange: (chosen: ReadonlySet<DocumentId>) => void
}

interface DocumentTableProps {
  readonly documents: readonly DocumentSummary[]
  readonly choice?: Choice
  /** All are about one candidate, who need not be named in every line. */
  readonly isOfOne?: boolean
}

/** Documents of the site file, a line each: what, about whom, when made, by whom signed. */
export function DocumentTable({ documents, choice, isOfOne = false }: DocumentTableProps) {
  const { t } = useTranslation('documents')
  const ids = documents.map(({ id }) => id)
  const isAll = choice !== undefined && ids.length > 0 && ids.every(id => choice.chosen.has(id))
  const isSome = choice !== undefined && ids.some(id => choice.chosen.has(id))
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          {choice && (
            <th scope="col" className={classes['box']}>
              <Checkbox
                size="xs"
                aria-label={t('chooseAll')}
                checked={isAll}
                indeterminate={isSome && !isAll}
                onChange={() => choice.onChange(new Set(isAll ? [] : ids))}
              />
            </th>
          )}
          <th scope="col">{t('column.document')}</th>
          {!isOfOne && <th scope="col">{t('column.about')}</th>}
          <th scope="col">{t('column.language')}</th>
          <th scope="col">{t('column.made')}</th>
          <th scope="col">{t('column.signed')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map(document => (
          <Line key={document.id} {...{ document, isOfOne }} {...(choice ? { choice } : {})} />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps extends Pick<DocumentTableProps, 'choice' | 'isOfOne'> {
  readonly document: DocumentSummary
}

function Line({ document, choice, isOfOne }: LineProps) {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  const nameOf = useDocumentName()
  const about = useAbout()(document)
  const { id, patientId, createdAt, createdBy, revisions } = document
  const name = nameOf(document)
  return (
    <tr data-chosen={choice?.chosen.has(id) || undefined}>
      {choice && (
        <td className={classes['box']}>
          <Checkbox
            size="xs"
            aria-label={t('chooseOne', { name: about ? `${name}, ${about.screeningNumber}` : name })}
            checked={choice.chosen.has(id)}
            onChange={() => choice.onChange(toggled(choice.chosen, id))}
          />
        </td>
      )}
      <td>
        <LinkAnchor to="/documents/$documentId" params={{ documentId: id }} fw={550} fz="inherit">
          {name}
        </LinkAnchor>
      </td>
      {!isOfOne && (
        <td className={classes['nowrap']}>
          {patientId === null && t('site')}
          {about && (
            <>
              {about.screeningNumber}{' '}
              <Text span c="dimmed" fz="inherit">
                <Identity>{about.initials}</Identity>
              </Text>
            </>
          )}
        </td>
      )}
      <td>{t(`languageName.${document.language}`)}</td>
      <td>
        <span className={classes['nowrap']}>{timeText(createdAt, language)}</span>{' '}
        <Text span c="dimmed" fz="inherit">
          {createdBy}
        </Text>
      </td>
      <td>
        <Signers document={document} />
        {revisions.length > 1 && (
          <Text span c="dimmed" fz="inherit">{` · ${t('revisions', { count: revisions.length })}`}</Text>
        )}
      </td>
    </tr>
  )
}

function Signers({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  const signatures = useSignaturesIn()(document)
  if (signatures.length === 0)
    return (
      <Text span c="dimmed" fz="inherit">
        {t('unsigned')}
      </Text>
    )
  return signatures.map(({ id, signer, signedAt }, index) => (
    <span key={id} title={instantText(signedAt, language)}>
      {index > 0 && (language === 'en' ? ', ' : '、')}
      {signer.fullName}
    </span>
  ))
}

function toggled(chosen: ReadonlySet<DocumentId>, id: DocumentId): ReadonlySet<DocumentId> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}
