import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offer } from '#shared/core/adverse-events/offer.ts'
import { againstBaseline } from './against-baseline.ts'

/** The grades of an offered value in words. */
export function useOfferWords() {
  const { t } = useTranslation('safety')
  return useMemo(() => {
    const gradeText = (grade: number | null) =>
      grade === null ? t('offers.notTold') : grade === 0 ? t('offers.none') : t('grade', { grade })
    const againstText = (offer: Offer) => {
      const against = againstBaseline(offer)
      return typeof against === 'number' ? gradeText(against) : t(`offers.${against}`)
    }
    return { gradeText, againstText }
  }, [t])
}
