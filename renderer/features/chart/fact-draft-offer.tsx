import { DraftOffer } from '../../drafts/draft-offer.tsx'
import { timeText } from '../../i18n/format.ts'
import type { FactDraft } from './fact-draft.ts'
import { factTitle, useSpeech } from './fact-words.ts'

interface FactDraftOfferProps {
  readonly draft: FactDraft
  readonly savedAt: string
  readonly onTake: () => void
  readonly onDiscard: () => void
}

/** The offer of a draft that may belong to another form of the panel: it says which fact. */
export function FactDraftOffer({ draft, savedAt, ...answers }: FactDraftOfferProps) {
  const { language, t } = useSpeech()
  return (
    <DraftOffer
      {...answers}
      offer={t('draft.offer', { what: factTitle(draft.kind, language), at: timeText(savedAt, language) })}
      takeWord={t('draft.continue')}
      discardWord={t('draft.discard')}
    />
  )
}
