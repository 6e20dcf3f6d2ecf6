import type { ProtocolId } from '../ids.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import { Complication, isOutcomeOf } from './complications.ts'
import type { CountedEvent } from './counted.ts'
import { countEpisodes } from './episodes.ts'
import type { SafetyOverview } from './overview.ts'

interface Rule {
  readonly protocol: ProtocolId
  readonly sameEpisodeDays: number | undefined
  readonly siteDay: SiteDay
}

/** Each complication by events, by episodes and by patients; those that nobody had too. */
export function complicationCounts(
  events: readonly CountedEvent[],
  { protocol, sameEpisodeDays, siteDay }: Rule,
): SafetyOverview['complications'] {
  return Complication.options.map(complication => {
    const own = events.filter(({ content }) => content.complication === complication)
    const byPatient = [...Map.groupBy(own, ({ patientId }) => patientId).values()]
    const episodesOf = (days: number) =>
      byPatient.reduce(
        (sum, mine) =>
          sum +
          countEpisodes(
            mine.map(({ content }) => content),
            days,
            siteDay,
          ),
        0,
      )
    return {
      complication,
      isOutcome: isOutcomeOf(complication, protocol),
      events: own.length,
      episodes: sameEpisodeDays === undefined ? null : episodesOf(sameEpisodeDays),
      patients: byPatient.length,
    }
  })
}
