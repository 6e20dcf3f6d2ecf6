import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Upload } from '../../api/use-uploads.ts'
import { useErrorText } from '../../components/error-text.ts'
import { RemoveRow } from '../../components/row-buttons.tsx'
import { bytesText } from '../../i18n/bytes-text.ts'
import { countText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './new-import.module.css'
import type { LookedFile } from './use-looks.ts'
import type { NewImportState } from './use-new-import.ts'

/** The files that were handed over: how far each is, and what it turned out to be. */
export function UploadList({ state: { files, discard } }: { readonly state: NewImportState }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  return (
    <ul className={classes['uploads']} aria-label={t('file.list')}>
      {files.map(file => (
        <li key={file.upload.id}>
          <span>{file.upload.name}</span>
          <span className={classes['size']}>{bytesText(file.upload.bytes, language)}</span>
          <What file={file} />
          <RemoveRow
            label={t('file.remove', { name: file.upload.name })}
            onRemove={() => discard([file.upload.id])}
          />
          <Problem file={file} />
        </li>
      ))}
    </ul>
  )
}

function What({ file: { upload, look, error } }: { readonly file: LookedFile }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  if (upload.state === 'sending') return <Sending upload={upload} />
  if (upload.state === 'failed' || error) return <span />
  if (look === undefined)
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('looking')}
      </Text>
    )
  const rows = look.table
    ? t('mapping.rows', { count: look.table.rows, rows: countText(look.table.rows, language) })
    : undefined
  return (
    <span>
      {t(`format.${look.format}`)}
      {rows && <Text span c="dimmed" fz="inherit">{` · ${rows}`}</Text>}
    </span>
  )
}

function Sending({ upload: { name, sent, bytes } }: { readonly upload: Upload }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const howFar = t('file.sending', { done: bytesText(sent, language), all: bytesText(bytes, language) })
  return (
    <span>
      <Progress value={(100 * sent) / bytes} aria-label={name} />
      <Text size="xs" c="dimmed">
        {howFar}
      </Text>
    </span>
  )
}

function Problem({ file: { upload, error } }: { readonly file: LookedFile }) {
  const { t } = useTranslation('imports')
  const textOf = useErrorText()
  const { problem } = upload
  const said =
    problem === undefined
      ? error && textOf(error)
      : typeof problem === 'string'
        ? t(`file.${problem}`)
        : textOf(problem.error)
  if (said === undefined) return null
  return (
    <span className={classes['problem']} role="alert" style={{ whiteSpace: 'pre-line' }}>
      {said}
    </span>
  )
}
