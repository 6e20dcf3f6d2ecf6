import { dateOf, dayOf } from '../civil-date.ts'
import type { Fact } from '../facts/fact.ts'
import { factsOf } from '../schedule/calendar-input.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import type { ExpeditedClock } from './clock.ts'
import type { EventFact } from './event-source.ts'
import { expeditedDays } from './expedited.ts'
import { isSerious } from './seriousness.ts'

/**
 * The sponsor's days for one event if the sponsor judges it suspected and unexpected; null for an event that is not
 * serious. The day of receipt is day 0, by the site's calendar: the sponsor's own may differ by one.
 */
export function expeditedClockOf(
  { id, content }: EventFact,
  facts: readonly Fact[],
  siteDay: SiteDay,
): ExpeditedClock | null {
  const { criteria = [], outcome } = content
  const { calendarDays, followUpDays } = expeditedDays({
    serious: isSerious(content),
    fatal: criteria.includes('death') || outcome === 'fatal',
    lifeThreatening: criteria.includes('life_threatening'),
    suspectedAndUnexpected: true,
  })
  if (calendarDays === null) return null
  const [from = null] = factsOf(facts, 'safety_report')
    .filter(({ content: report }) => report.event === id && report.to === 'sponsor')
    .flatMap(({ content: { receivedAt } }) => receivedAt ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))
  const after = (days: number) => (from === null ? null : dateOf(dayOf(siteDay(from)) + days))
  return {
    ...{ event: id, from, days: calendarDays, dueOn: after(calendarDays) },
    followUpOn: followUpDays === null ? null : after(calendarDays + followUpDays),
  }
}
