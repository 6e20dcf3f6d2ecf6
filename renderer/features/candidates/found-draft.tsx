import { useTranslation } from 'react-i18next'
import { DraftOffer } from '../../drafts/draft-offer.tsx'
import { timeText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'

interface FoundDraftProps {
  readonly savedAt: string
  readonly onTake: () => void
  readonly onDiscard: () => void
}

/** The offer of a draft on the screen of its own form. */
export function FoundDraft({ savedAt, ...answers }: FoundDraftProps) {
  const { t } = useTranslation('candidates')
  const language = useLanguage()
  return (
    <DraftOffer
      {...answers}
      offer={t('draft.offer', { at: timeText(savedAt, language) })}
      takeWord={t('draft.continue')}
      discardWord={t('draft.discard')}
    />
  )
}
