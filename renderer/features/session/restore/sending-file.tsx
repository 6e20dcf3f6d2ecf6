import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { bytesText } from '../../../i18n/bytes-text.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import type { Receiving } from './use-received-copy.ts'

interface SendingFileProps extends Omit<Extract<Receiving, { state: 'sending' }>, 'state'> {
  readonly onCancel: () => void
}

/** How much of the file is read, and that it is checked then. */
export function SendingFile({ name, done, total, onCancel }: SendingFileProps) {
  const { t } = useTranslation(['restore', 'session', 'common'])
  const language = useLanguage()
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Progress value={(100 * done) / Math.max(1, total)} aria-label={t('restore:file.progress')} />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" role="status">
          {done < total
            ? t('session:copy.reading', { done: bytesText(done, language), all: bytesText(total, language) })
            : t('session:copy.checking')}
        </Text>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  )
}
