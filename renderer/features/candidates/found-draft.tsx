import { Alert, Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'

interface FoundDraftProps {
  readonly savedAt: string
  readonly onTake: () => void
  readonly onDiscard: () => void
}

/** What its author typed earlier and did not save: taken up or let go, never put in by itself. */
export function FoundDraft({ savedAt, onTake, onDiscard }: FoundDraftProps) {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  return (
    <Alert color="lobule" p="sm">
      <Text size="sm">{t('draft.offer', { at: timeText(savedAt, language) })}</Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={onTake}>
          {t('draft.continue')}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {t('draft.discard')}
        </Button>
      </Group>
    </Alert>
  )
}
