import { useTranslation } from 'react-i18next'
import { dateText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import classes from './calendar.module.css'

interface DaysProps {
  readonly days: { readonly from: string; readonly to: string }
  /** Entered by the site, not in the record. */
  readonly isSites?: boolean
}

/** From one day to another, both included. */
export function Days({ days: { from, to }, isSites = false }: DaysProps) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  return (
    <span className={classes['days']}>
      <span>{dateText(from, language)} –</span>
      <span>{dateText(to, language)}</span>
      {isSites && <span className={classes['site']}>{t('sites')}</span>}
    </span>
  )
}
