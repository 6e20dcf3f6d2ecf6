import { dayOf } from '../civil-date.ts'
import type { Calendar, PlannedVisit } from '../schedule/calendar.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import { lackingSeries } from './assessed-series.ts'
import type { VisitBand } from './series.ts'

/** The windows of the visits, or their planned days without one. No band for a visit without day or after the end. */
export function visitBands(calendar: Calendar | undefined, siteDay: SiteDay): VisitBand[] {
  return (calendar?.visits ?? []).flatMap((planned): VisitBand[] => {
    const { visit, title, window, state } = planned
    if (state === 'not_expected') return []
    const own = { visit, title, state, lacking: lackingAt(planned, siteDay) }
    if (window !== null) {
      return [{ ...own, from: dayOf(window.from), to: dayOf(window.to) + 1, hasWindow: true }]
    }
    if (planned.planned === null) return []
    const day = dayOf(planned.planned)
    return [{ ...own, from: day, to: day, hasWindow: false }]
  })
}

/** Null where nothing is lacking, and where the days of the visit are not known. */
function lackingAt({ done, assessments }: PlannedVisit, siteDay: SiteDay): VisitBand['lacking'] {
  if (done === null) return null
  const series = lackingSeries(assessments)
  const from = siteDaysOf(done.from, siteDay).latest
  const to = siteDaysOf(done.to ?? done.from, siteDay).earliest
  return series.length === 0 || to < from ? null : { from, to: to + 1, series }
}
