import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FactId, PatientId } from '#shared/core/ids.ts'
import { DraftOffer } from '../../../drafts/draft-offer.tsx'
import type { FoundDraft } from '../../../drafts/use-draft.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import type { JudgementDraft } from './judgement-draft.ts'

interface JudgementDraftOfferProps {
  readonly patientId: PatientId
  /** The one that is looked at. */
  readonly event: FactId
  readonly draft: FoundDraft<JudgementDraft>
  readonly onTake: () => void
  readonly onDiscard: () => void
}

/** The offer of a draft; one that is about another event of the patient is taken up there. */
export function JudgementDraftOffer(props: JudgementDraftOfferProps) {
  const { patientId, event, draft, onTake, onDiscard } = props
  const { t } = useTranslation(['causality', 'chart'])
  const language = useLanguage()
  const navigate = useNavigate()
  const at = timeText(draft.savedAt, language)
  const isHere = draft.content.event === event
  const params = { patientId, factId: draft.content.event }
  return (
    <DraftOffer
      offer={isHere ? t('causality:draft.here', { at }) : t('causality:draft.elsewhere', { at })}
      takeWord={isHere ? t('chart:draft.continue') : t('causality:draft.goThere')}
      discardWord={t('chart:draft.discard')}
      onTake={() =>
        isHere ? onTake() : void navigate({ to: '/candidates/$patientId/safety/$factId', params })
      }
      onDiscard={onDiscard}
    />
  )
}
