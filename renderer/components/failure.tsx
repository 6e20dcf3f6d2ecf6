import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useErrorText } from './error-text.ts'
import { Notice } from './notice.tsx'

interface FailureProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
}

/** A failure where its screen would be: what happened, what to do, and a way to try again. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useTranslation()
  const textOf = useErrorText()
  return (
    <Notice kind="bad" title={t('failed')} role="alert">
      <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
        {textOf(error)}
      </Text>
      {onRetry && (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        </Group>
      )}
    </Notice>
  )
}
