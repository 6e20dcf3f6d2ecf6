import { Loader, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/hooks.ts'
import { Failure } from '../../components/failure.tsx'
import { AuthorityChoice, type Choice } from './authority-choice.tsx'
import { DropTarget } from './drop-target.tsx'
import { FileReport } from './file-report.tsx'
import { useChecks } from './use-checks.ts'
import classes from './verify.module.css'

/** Checks PDFs and whole exports against a site certificate, in the page alone: as a stranger checks them with the verifier page. */
export function VerifyPage() {
  const { t } = useTranslation(['verify', 'common'])
  const { data: authority, error, refetch } = useRead('signing', 'authority', {})
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (authority === undefined) return <Loader type="dots" aria-label={t('common:loading')} />
  return <Verify own={authority?.sha256} />
}

interface VerifyProps {
  /** The fingerprint of this site, where it has a certificate. */
  readonly own: Exclude<Choice['expected'], Uint8Array>
}

function Verify({ own }: VerifyProps) {
  const { t } = useTranslation('verify')
  const [choice, setChoice] = useState<Choice>(
    own === undefined ? { whose: 'other', expected: undefined } : { whose: 'own', expected: own },
  )
  const { checks, add } = useChecks(choice.expected)
  return (
    <div className={classes['page']}>
      <Title order={1} mb={2}>
        {t('title')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t('hint')}
      </Text>
      <Stack gap="md">
        <AuthorityChoice own={own} choice={choice} onChange={setChoice} />
        <DropTarget onGiven={add} />
        <ol className={classes['reports']} aria-label={t('reports')}>
          {checks.map(check => (
            <FileReport key={check.id} check={check} isOwn={choice.whose === 'own'} />
          ))}
        </ol>
      </Stack>
    </div>
  )
}
