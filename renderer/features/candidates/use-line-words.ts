import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignatureSummary } from '#shared/api/signatures.ts'
import type { CivilDate } from '#shared/core/civil-date.ts'
import type { LocalizedText } from '#shared/core/text.ts'
import { useCoreText } from '../../components/core-text.ts'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useMarkText } from '../signatures/use-mark-text.ts'
import { useAnswerText } from './answer-detail.tsx'
import type { LineAnswer } from './lines.ts'
import type { Patient } from './patient.ts'

/** Puts into words what a line shows. */
export interface LineWords {
  readonly waiting: string
  readonly sex: Readonly<Record<Patient['sex'], string>>
  readonly verdict: (answer: LineAnswer) => string
  readonly detail: (answer: LineAnswer, on: CivilDate) => string
  readonly day: (date: string) => string
  readonly signature: (signature: SignatureSummary) => string
  readonly sentence: (text: LocalizedText) => string
}

/** The words of all lines, found once: a line that asked for its own would listen to every change of language. */
export function useLineWords(): LineWords {
  const { t } = useTranslation(['candidates', 'screening'])
  const language = useLanguage()
  const detail = useAnswerText()
  const sentence = useCoreText()
  const signature = useMarkText()
  return useMemo(() => {
    const projected = t('screening:verdict.projected')
    const verdicts = {
      eligible: t('screening:verdict.eligible'),
      ineligible: t('screening:verdict.ineligible'),
      undetermined: t('screening:verdict.undetermined'),
    }
    return {
      ...{ detail, sentence, signature, waiting: t('candidates:answer.waiting') },
      sex: {
        female: t('candidates:shortSex.female'),
        male: t('candidates:shortSex.male'),
        unknown: t('candidates:shortSex.unknown'),
      },
      verdict: answer =>
        answer.verdict === 'eligible' && answer.projected ? projected : verdicts[answer.verdict],
      day: date => dateText(date, language),
    }
  }, [t, language, detail, sentence, signature])
}
