import type { CivilDate, EventTime, PartialDate } from '../civil-date.ts'
import type { Sex } from '../facts/candidate.ts'
import type { Fact } from '../facts/fact.ts'
import type { ProtocolId } from '../ids.ts'
import type { ChosenReadings } from '../protocol/reading.ts'
import type { Calendar } from '../schedule/calendar.ts'
import type { SiteDay } from '../schedule/event-days.ts'
import type { ChartingChoices } from './charting-choices.ts'

/** The trial that a patient is charted in. */
export interface TrialSource {
  readonly protocol: ProtocolId
  readonly calendar: Calendar
  /** Undefined where the site chose nothing. */
  readonly choices: ChartingChoices | undefined
  readonly readings: ChosenReadings
  /** The readings that the protocol leaves open. */
  readonly offered: readonly string[]
}

/** Everything that the charts of one patient are computed from. */
export interface TrendSource {
  readonly facts: readonly Fact[]
  readonly sex: Sex
  readonly birthDate: PartialDate | undefined
  readonly today: CivilDate
  readonly siteDay: SiteDay
  /** Undefined for a patient in no trial: there is no day 0 then, and nothing that a site chooses for a protocol. */
  readonly trial: TrialSource | undefined
}

/** When the first dose began, or undefined where none was given or it has no day. */
export function firstDoseOf({ trial }: Pick<TrendSource, 'trial'>): EventTime | undefined {
  const given = trial?.calendar.doses.find(({ number }) => number === 1)?.given
  return given && given.from.length >= 10 ? given.from : undefined
}
