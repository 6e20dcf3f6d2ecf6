import { useTranslation } from 'react-i18next'
import type { Offer } from '#shared/core/adverse-events/offer.ts'
import { baselineText } from './baseline-text.ts'
import classes from './patient-safety.module.css'
import { useOfferWords } from './use-offer-words.ts'

/** The grade by the printed limits and the one against an abnormal baseline, each by its name; never one instead of the other. */
export function OfferGrades({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('safety')
  const { gradeText, againstText } = useOfferWords()
  const { absolute, baseline, unit } = offer
  return (
    <span className={classes['both']}>
      <span>{t('offers.absolute', { grade: gradeText(absolute) })}</span>
      <span>
        {baseline === null
          ? againstText(offer)
          : t('offers.relative', {
              grade: againstText(offer),
              baseline: baselineText(baseline, unit),
            })}
      </span>
    </span>
  )
}
