import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportSummary } from '#shared/api/imports.ts'
import { bytesText } from '../../i18n/bytes-text.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useRight } from '../../session/session.tsx'
import classes from './imports.module.css'
import { useOriginal } from './use-original.ts'

/** Enough of a hash to compare two by eye; the whole is said to whoever points at it. */
const SHOWN = 12

/** The originals of an import, each with its size and hash. */
export function ImportedFiles({ files }: Pick<ImportSummary, 'files'>) {
  return (
    <ul className={classes['files']}>
      {files.map(file => (
        <ImportedFile key={`${file.sha256} ${file.name}`} file={file} />
      ))}
    </ul>
  )
}

function ImportedFile({ file }: { readonly file: ImportSummary['files'][number] }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const mayTake = useRight('documents.export')
  const take = useOriginal(file.sha256)
  const { name, bytes, sha256 } = file
  return (
    <li className={classes['file']}>
      <span>{name}</span>
      <span className={classes['quiet']}>{bytesText(bytes, language)}</span>
      <span className={classes['hash']} title={t('hash', { sha256 })}>
        {sha256.slice(0, SHOWN)}…
      </span>
      {mayTake && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('original.label', { name })}
          onClick={() => void take()}
        >
          {t('original.take')}
        </Button>
      )}
    </li>
  )
}
