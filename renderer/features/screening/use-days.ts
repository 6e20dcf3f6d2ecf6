import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '#shared/core/civil-date.ts'
import { dateText } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/i18n.ts'

interface Days {
  readonly from: CivilDate | null
  readonly to: CivilDate | null
}

/** Puts first and last day into words; an open side is said as going on. */
export function useDaysText(): (days: Days) => string {
  const { t } = useTranslation('screening')
  const language = useLanguage()
  return useCallback(
    ({ from, to }) => {
      if (from === null && to === null) return t('days.always')
      if (from === null) return t('days.upTo', { to: dateText(to ?? '', language) })
      const first = dateText(from, language)
      if (to === null) return t('days.from', { from: first })
      return from === to
        ? t('days.only', { from: first })
        : t('days.fromTo', { from: first, to: dateText(to, language) })
    },
    [t, language],
  )
}
