import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { aidBands } from '#shared/core/adverse-events/disagreements.ts'
import { type NaranjoAnswers, naranjoOf } from '#shared/core/adverse-events/naranjo-answers.ts'
import { type Rucam, rucamOf } from '#shared/core/adverse-events/rucam-choices.ts'
import { useCoreText } from '../../../components/core-text.ts'

/** Sum and band of each scale in one line. */
export function useAidTexts() {
  const { t } = useTranslation('causality')
  const textOf = useCoreText()
  return useMemo(() => {
    const sum = ({ total, category }: { readonly total: number; readonly category: keyof typeof aidBands }) =>
      t('aid.sum', { total: String(total).replace('-', '−'), band: textOf(aidBands[category]) })
    return {
      naranjoText: (answers: NaranjoAnswers) => sum(naranjoOf(answers)),
      rucamText: (rucam: Rucam) => sum(rucamOf(rucam)),
    }
  }, [t, textOf])
}
