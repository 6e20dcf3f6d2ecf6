import { useTranslation } from 'react-i18next'
import type { Offer } from '#shared/core/adverse-events/offer.ts'
import { baselineText } from './baseline-text.ts'
import classes from './patient-safety.module.css'

/** The grade by the printed limits and the one against an abnormal baseline, each by its name; never one instead of the other. */
export function OfferGrades({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('safety')
  const { absolute, relative, baseline, unit } = offer
  const gradeText = (grade: number | null) =>
    grade === null ? t('offers.notTold') : grade === 0 ? t('offers.none') : t('grade', { grade })
  return (
    <span className={classes['both']}>
      <span>{t('offers.absolute', { grade: gradeText(absolute) })}</span>
      <span>
        {baseline === null
          ? t('offers.noBaseline')
          : t('offers.relative', {
              grade: gradeText(relative),
              baseline: baselineText(baseline, unit),
            })}
      </span>
    </span>
  )
}
