import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import type { Exposure } from './exposure.ts'
import type { ListedEvent } from './listed-event.ts'
import type { Counted } from './overview.ts'
import { isSerious } from './seriousness.ts'

/** What counting takes of an event. */
export type CountedEvent = Pick<
  ListedEvent,
  'event' | 'patientId' | 'content' | 'worst' | 'emergence' | 'causality' | 'organClass'
>

/** What rates are computed with. */
export interface Denominator {
  readonly patientYears: number
  readonly exposures: ReadonlyMap<string, Exposure>
  readonly siteDay: SiteDay
}

/**
 * One line of counts. A patient counts once, by the worst grade of all their events of the line, and as not graded where
 * none of them is. The rate counts events of patients of a known exposure that did not certainly begin after it.
 */
export function countedOf(events: readonly CountedEvent[], denominator: Denominator): Counted {
  const byPatient = [...Map.groupBy(events, ({ patientId }) => patientId).values()]
  const worst = byPatient.map(own => Math.max(0, ...own.map(event => event.worst ?? 0)))
  const patientsWith = (grade: number) => worst.filter(one => one === grade).length
  return {
    events: events.length,
    patients: byPatient.length,
    serious: events.filter(({ content }) => isSerious(content)).length,
    related: events.filter(({ causality }) => causality?.content.product === 'related').length,
    notAssessed: events.filter(({ causality }) => causality === null).length,
    byGrade: [patientsWith(1), patientsWith(2), patientsWith(3), patientsWith(4), patientsWith(5)],
    ungraded: patientsWith(0),
    per100PatientYears: rateOf(events, denominator),
  }
}

function rateOf(events: readonly CountedEvent[], denominator: Denominator): number | null {
  const { patientYears } = denominator
  if (patientYears === 0) return null
  return (events.filter(event => isExposed(event, denominator)).length / patientYears) * 100
}

function isExposed(
  { patientId, content: { from } }: CountedEvent,
  { exposures, siteDay }: Denominator,
): boolean {
  const exposure = exposures.get(patientId)
  if (exposure === undefined) return false
  return from === undefined || siteDaysOf(from, siteDay).earliest <= exposure.to
}
