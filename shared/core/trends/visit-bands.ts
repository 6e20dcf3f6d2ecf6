import { dayOf } from '../civil-date.ts'
import type { Calendar } from '../schedule/calendar.ts'
import type { VisitBand } from './series.ts'

/** The windows of the visits, or their planned days where the site has no window; a visit without day has no band. */
export function visitBands(calendar: Calendar | undefined): VisitBand[] {
  return (calendar?.visits ?? []).flatMap(({ visit, title, planned, window, state }): VisitBand[] => {
    if (window !== null) {
      const days = { from: dayOf(window.from), to: dayOf(window.to) + 1 }
      return [{ visit, title, ...days, hasWindow: true, state }]
    }
    if (planned === null) return []
    return [{ visit, title, from: dayOf(planned), to: dayOf(planned), hasWindow: false, state }]
  })
}
