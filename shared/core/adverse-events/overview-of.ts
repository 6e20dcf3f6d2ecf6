import type { CivilDate } from '../civil-date.ts'
import type { ProtocolId } from '../ids.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import { cohortBoard } from './cohort-board.ts'
import { complicationCounts } from './complication-counts.ts'
import { type CountedEvent, countedOf, type Denominator } from './counted.ts'
import { patientYearsOf } from './exposure.ts'
import type { SafetyOverview } from './overview.ts'
import type { SiteSafety } from './site-safety.ts'
import type { Subject } from './subject.ts'

/** What the safety of one protocol is counted from. */
export interface OverviewInput {
  readonly protocol: ProtocolId
  readonly today: CivilDate
  /** Undefined for all. */
  readonly cohort: string | undefined
  readonly safety: SiteSafety | undefined
  readonly subjects: readonly Subject[]
  /** Of these patients. */
  readonly events: readonly CountedEvent[]
  readonly siteDay: SiteDay
}

/**
 * Safety of a protocol, or of one of its cohorts; the board is always of all. What may have begun after the first dose
 * counts as treatment-emergent, as long as the record does not say otherwise.
 */
export function overviewOf(input: OverviewInput): SafetyOverview {
  const { protocol, today, cohort, safety, siteDay } = input
  const emergent = input.events.filter(({ emergence }) => emergence !== 'before_treatment')
  const subjects = input.subjects.filter(one => cohort === undefined || one.cohort === cohort)
  const ids = new Set(subjects.map(({ patientId }) => patientId))
  const isOwn = ({ patientId }: CountedEvent) => ids.has(patientId)
  const events = emergent.filter(isOwn)
  const denominator = denominatorOf(subjects, siteDay)
  const { sameEpisodeDays } = safety ?? {}
  return {
    ...{ protocol, today, cohort: cohort ?? null, cohorts: cohortsOf(input) },
    dosed: subjects.filter(({ doseDays }) => doseDays.length > 0).length,
    patientYears: denominator.patientYears,
    beforeTreatment: input.events.filter(isOwn).length - events.length,
    total: countedOf(events, denominator),
    organClasses: organClassesOf(events, denominator),
    complications: complicationCounts(events, { protocol, sameEpisodeDays, siteDay }),
    sameEpisodeDays: sameEpisodeDays ?? null,
    doseLimiting: safety?.doseLimiting ?? null,
    board: cohortBoard({ safety, subjects: input.subjects, events: emergent, today, siteDay }),
  }
}

function denominatorOf(subjects: readonly Subject[], siteDay: SiteDay): Denominator {
  const exposures = new Map(
    subjects.flatMap(({ patientId, exposure }) =>
      exposure === undefined ? [] : [[patientId, exposure] as const],
    ),
  )
  return { patientYears: patientYearsOf([...exposures.values()]), exposures, siteDay }
}

/** The classes of which there is an event, the most frequent first. */
function organClassesOf(
  events: readonly CountedEvent[],
  denominator: Denominator,
): SafetyOverview['organClasses'] {
  return [...Map.groupBy(events, ({ organClass }) => organClass)]
    .map(([organClass, own]) => ({ organClass, counted: countedOf(own, denominator) }))
    .sort((a, b) => b.counted.events - a.counted.events || (`${a.organClass}` < `${b.organClass}` ? -1 : 1))
}

/** Those that the site has entered, then those that patients are in all the same, by their name. */
function cohortsOf({ safety, subjects }: OverviewInput): SafetyOverview['cohorts'] {
  const entered = safety?.cohorts ?? []
  const known = new Set(entered.map(({ id }) => id))
  const found = new Set(
    subjects.flatMap(({ cohort }) => (cohort === null || known.has(cohort) ? [] : [cohort])),
  )
  return [...entered, ...[...found].sort().map(id => ({ id, title: id }))]
}
