import { useTranslation } from 'react-i18next'
import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import { edishQuadrant, mdishCuts } from '#shared/core/scores/edish.ts'
import { Facts } from '../../../../components/facts.tsx'
import { dateText } from '../../../../i18n/format.ts'
import { useLanguage } from '../../../../i18n/i18n.ts'
import { shortNumber } from '../../../trends/shown-value.ts'
import formClasses from '../causality.module.css'

type Liver = NonNullable<CausalityContext['liver']>

/** R on the day of the highest ALT, and where the peaks stand in eDISH and against the own baseline. */
export function LiverPosition({ liver }: { readonly liver: Liver }) {
  const { t } = useTranslation(['causality', 'trends'])
  const language = useLanguage()
  const { r, edish, mdish } = liver
  const date = (day: string) => dateText(day, language)
  const position = (peaks: NonNullable<Liver['mdish']>, quadrant: QuadrantName) =>
    t('causality:context.position', {
      ...{ alt: shortNumber(peaks.alt), bilirubin: shortNumber(peaks.bilirubin) },
      ...{ date: date(peaks.on), bilirubinDate: date(peaks.bilirubinOn) },
      quadrant: t(`trends:injury.quadrant.${quadrant}`),
    })
  return (
    <>
      <Facts
        rows={[
          [
            t('causality:context.r'),
            r === null
              ? t('causality:context.notMeasured')
              : t('causality:context.rOn', { value: shortNumber(r.value), date: date(r.on) }),
          ],
          [
            t('causality:context.edish'),
            edish === null ? t('causality:context.notMeasured') : position(edish, edish.quadrant),
          ],
          [
            t('causality:context.mdish'),
            mdish === null
              ? t('causality:context.noBaseline')
              : position(mdish, edishQuadrant(mdish, mdishCuts)),
          ],
        ]}
      />
      <p className={formClasses['none']}>
        {t('causality:context.liverDays', { from: date(liver.from), to: date(liver.to) })}
      </p>
    </>
  )
}

type QuadrantName = NonNullable<Liver['edish']>['quadrant']
