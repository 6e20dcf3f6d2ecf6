import { Button, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportSummary } from '#shared/api/exports.ts'
import { bytesText } from '../../i18n/bytes-text.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import classes from './exports.module.css'

/** Lines that are drawn at first, and more with each wish. */
const SHOWN = 100

/** The files of an export with their sizes and hashes, as the manifest lists them. */
export function ExportFiles({ files }: Pick<ExportSummary, 'files'>) {
  const { t } = useTranslation('exports')
  const language = useLanguage()
  const [most, setMost] = useState(SHOWN)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const left = files.length - most
  return (
    <section aria-labelledby="export-files">
      <Title order={2} size="h3" mb={6} id="export-files">
        {t('page.files', { count: files.length, size: bytesText(bytes, language) })}
      </Title>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('page.file')}</th>
            <th scope="col" className={classes['number']}>
              {t('page.size')}
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.slice(0, most).map(file => (
            <tr key={file.path}>
              <th scope="row">{file.path}</th>
              <td className={classes['number']}>{bytesText(file.bytes, language)}</td>
              <td className={classes['hash']}>{file.sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setMost(most + SHOWN)}>
          {t('page.moreFiles', { count: Math.min(SHOWN, left) })}
        </Button>
      )}
    </section>
  )
}
