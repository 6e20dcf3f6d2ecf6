import { useTranslation } from 'react-i18next'
import type { CausalityContext } from '#shared/core/adverse-events/context.ts'
import { timeText } from '../../../../i18n/format.ts'
import { useLanguage } from '../../../../i18n/i18n.ts'
import { shortNumber } from '../../../trends/shown-value.ts'
import formClasses from '../causality.module.css'
import classes from './context.module.css'

/** From two weeks on, hours say nothing that days do not. */
const SHOWN_HOURS = 24 * 14

/** How long after each dose the event began, or how long before it. */
export function SinceDoses({ doses }: { readonly doses: CausalityContext['sinceDoses'] }) {
  const { t } = useTranslation('causality')
  const language = useLanguage()
  const daysText = useDaysText()
  if (doses.length === 0) return <p className={formClasses['none']}>{t('context.noDose')}</p>
  return (
    <table className={classes['doses']}>
      <thead>
        <tr>
          <th scope="col">{t('context.dose')}</th>
          <th scope="col">{t('context.given')}</th>
          <th scope="col">{t('context.onsetThen')}</th>
        </tr>
      </thead>
      <tbody>
        {doses.map(({ fact, number, from, days, hours }) => (
          <tr key={fact}>
            <th scope="row">{number}</th>
            <td>{timeText(from, language)}</td>
            <td>
              {daysText(days)}{' '}
              {hours !== null && Math.abs(hours) < SHOWN_HOURS && (
                <span className={classes['apart']}>
                  {t('context.hours', { hours: shortNumber(Math.abs(hours)) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Days from a dose to onset, in words; negative where the event came first. */
export function useDaysText(): (days: number | null) => string {
  const { t } = useTranslation('causality')
  return days => {
    if (days === null) return t('context.daysUnknown')
    if (days === 0) return t('context.sameDay')
    return days > 0 ? t('context.after', { count: days }) : t('context.before', { count: -days })
  }
}
