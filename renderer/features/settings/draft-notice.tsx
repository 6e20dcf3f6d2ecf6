import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../components/notice.tsx'
import type { FoundDraft } from '../../drafts/use-draft.ts'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import type { LaboratoryDraft } from './laboratory-rows.ts'

interface DraftNoticeProps {
  readonly found: FoundDraft<LaboratoryDraft> | undefined
  readonly onTake: (content: LaboratoryDraft) => void
  readonly onDiscard: () => void
}

/** Offers what was typed and not saved; nothing is put in by itself. */
export function DraftNotice({ found, onTake, onDiscard }: DraftNoticeProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  if (!found) return null
  return (
    <Notice
      kind="info"
      role="status"
      title={t('laboratories.draftFound', { time: timeText(found.savedAt, language) })}
    >
      <Group gap="xs" mt={6}>
        <Button size="xs" onClick={() => onTake(found.content)}>
          {t('laboratories.draftTake')}
        </Button>
        <Button size="xs" variant="default" onClick={onDiscard}>
          {t('dialog.discard')}
        </Button>
      </Group>
    </Notice>
  )
}
