import { Alert, Button, Group, Text } from '@mantine/core'
import { timeText } from '../../i18n/format.ts'
import type { FactDraft } from './fact-draft.ts'
import { factTitle, useSpeech } from './fact-words.ts'

interface DraftOfferProps {
  readonly draft: FactDraft
  readonly savedAt: string
  readonly onTake: () => void
  readonly onDiscard: () => void
}

/** What its author had typed and not saved: to be continued or let go, never put in by itself. */
export function DraftOffer({ draft, savedAt, onTake, onDiscard }: DraftOfferProps) {
  const { language, t } = useSpeech()
  return (
    <Alert color="lobule" p="sm">
      <Text size="sm">
        {t('draft.offer', { what: factTitle(draft.kind, language), at: timeText(savedAt, language) })}
      </Text>
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
