import type { ListedEvent } from '../adverse-events/listed-event.ts'
import { isSerious } from '../adverse-events/seriousness.ts'
import { dayOf } from '../civil-date.ts'
import { type SiteDay, siteDaysOf } from '../schedule/event-days.ts'
import type { EventFilter } from './event-listing.ts'

/** What of a listed event a filter looks at. */
export type Filtered = Pick<
  ListedEvent,
  'content' | 'worst' | 'causality' | 'emergence' | 'organClass' | 'cohort'
>

/** Whether a listing has an event: each part of the filter that is there has to be met, certainly. */
export function isListed(event: Filtered, filter: EventFilter, siteDay: SiteDay): boolean {
  const { serious, atLeastGrade, relation, emergence, organClass, cohort } = filter
  const product = event.causality?.content.product ?? 'not_assessed'
  return (
    (serious === undefined || seriousnessOf(event) === serious) &&
    (atLeastGrade === undefined || (event.worst ?? 0) >= atLeastGrade) &&
    (relation === undefined || product === relation) &&
    (emergence === undefined || event.emergence === emergence) &&
    (organClass === undefined || event.organClass === organClass) &&
    (cohort === undefined || event.cohort === cohort) &&
    beganWithin(event, filter, siteDay)
  )
}

/** Serious as its deadlines have it: by the answer or by a criterion; not serious only where somebody said so. */
function seriousnessOf({ content }: Filtered): EventFilter['serious'] {
  return isSerious(content) ? 'yes' : content.serious
}

function beganWithin({ content }: Filtered, { from, to }: EventFilter, siteDay: SiteDay): boolean {
  if (from === undefined && to === undefined) return true
  if (content.from === undefined) return false
  const { earliest, latest } = siteDaysOf(content.from, siteDay)
  return (from === undefined || earliest >= dayOf(from)) && (to === undefined || latest <= dayOf(to))
}
