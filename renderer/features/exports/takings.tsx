import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ExportSummary } from '#shared/api/exports.ts'
import { bytesText } from '../../i18n/bytes-text.ts'
import { instantText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { usePeople } from '../chart/use-people.ts'
import classes from './exports.module.css'

/** Each time that an export left: who took it, when, and the hash of the file. */
export function Takings({ taken }: Pick<ExportSummary, 'taken'>) {
  const { t } = useTranslation('exports')
  const language = useLanguage()
  const personOf = usePeople()
  return (
    <section aria-labelledby="export-takings">
      <Title order={2} size="h3" mt="lg" mb={6} id="export-takings">
        {t('page.takings')}
      </Title>
      {taken.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('page.neverTaken')}
        </Text>
      )}
      <ol className={classes['takings']}>
        {taken.toReversed().map(({ enteredAt, author, sha256, bytes }) => (
          <li key={`${enteredAt} ${sha256}`}>
            {personOf(author)}
            <span className={classes['second']}>
              {instantText(enteredAt, language)} · {bytesText(bytes, language)}
            </span>
            <span className={classes['hash']}>SHA-256 {sha256}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
