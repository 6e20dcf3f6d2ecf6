import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AppError, type InputIssue } from '#shared/api/errors.ts'
import { issueText } from '#shared/api/issue-words.ts'
import { Failure } from '../../../components/failure.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from '../protocols.module.css'

interface RefusedFileProps {
  readonly name: string
  readonly error: unknown
}

/** A file that was not taken: every wrong place with what to do about it. Nothing of it was entered. */
export function RefusedFile({ name, error }: RefusedFileProps) {
  const { t } = useTranslation('protocols')
  const language = useLanguage()
  const issues = issuesIn(error)
  if (issues === undefined) return <Failure error={error} />
  return (
    <div className={classes['refused']} role="alert">
      <Text fw={600}>{t('site.refused', { name, count: issues.length })}</Text>
      <ul>
        {issues.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path !== '' && path !== 'text' && <code>{path}</code>} {issueText(message, language)}
          </li>
        ))}
      </ul>
      <Text size="sm">{t('site.refusedNext')}</Text>
    </div>
  )
}

function issuesIn(error: unknown): readonly InputIssue[] | undefined {
  if (!(error instanceof AppError)) return undefined
  const { payload } = error
  return payload.code === 'invalid_file' || payload.code === 'invalid_input' ? payload.issues : undefined
}
