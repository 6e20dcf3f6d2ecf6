import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedEvent } from '#shared/core/adverse-events/listed-event.ts'
import { timeText } from '../../../i18n/format.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { durationText } from '../clocks/duration-text.ts'

/** Below so many hours after a dose the hours are told: reactions to an infusion come within them. */
const HOURS_TOLD = 48
const MINUTES = 60

/** When an event began and ended, against the doses, in words. */
export function useOnsetWords() {
  const { t } = useTranslation('safety')
  const { t: lengths } = useTranslation('safetySite')
  const language = useLanguage()
  return useMemo(
    () => ({
      /** CDISC study day of onset; empty where there is none. */
      dayText: ({ studyDay }: ListedEvent) =>
        studyDay === null ? '' : t('list.studyDay', { day: `${studyDay}`.replace('-', '−') }),
      endText({ content: { to } }: ListedEvent) {
        if (to === undefined) return t('list.endNotKnown')
        return to === 'ongoing' ? t('list.ongoing') : t('list.until', { on: timeText(to, language) })
      },
      sinceText({ sinceDose, emergence }: ListedEvent) {
        if (sinceDose === null)
          return emergence === 'before_treatment' ? t('list.beforeTreatment') : t('list.noDose')
        const { number, days, hours } = sinceDose
        if (hours !== null && hours < HOURS_TOLD)
          return t('list.timeAfter', { time: durationText(Math.round(hours * MINUTES), lengths), number })
        return days === null ? t('list.afterDose', { number }) : t('list.daysAfter', { count: days, number })
      },
    }),
    [t, lengths, language],
  )
}
