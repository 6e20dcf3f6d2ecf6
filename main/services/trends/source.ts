import type { QueryContext } from '#main/services/context.ts'
import { scheduledDays } from '#main/services/visits/scheduled.ts'
import type { PatientRecord } from '#main/store/patient-repository.ts'
import { type CivilDate, localDateOf } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { SiteDay } from '#shared/core/schedule/event-days.ts'
import { calendarOf } from '#shared/core/schedule/plan-calendar.ts'
import type { TrendSource } from '#shared/core/trends/source.ts'
import type { ChartedProtocol } from './conducted.ts'

/** What is the same for all patients of one call. */
export interface Asked {
  readonly context: QueryContext
  readonly siteDay: SiteDay
  readonly today: CivilDate
  readonly protocol: ChartedProtocol | undefined
}

/** What asking needs of its call. */
type AskedOfStore = Omit<Asked, 'context'> & { readonly context: Pick<QueryContext, 'db'> }

/** A patient as the charts are computed from. */
export function sourceOf(patient: PatientRecord, facts: readonly Fact[], asked: AskedOfStore): TrendSource {
  const { context, siteDay, today, protocol } = asked
  const person = { facts, sex: patient.sex, birthDate: patient.birthDate, today, siteDay }
  if (protocol === undefined) return { ...person, trial: undefined }
  const { definition, readings, charting } = protocol
  const scheduled = scheduledDays(context.db, patient.id, definition.id)
  return {
    ...person,
    trial: {
      protocol: definition.id,
      calendar: calendarOf({ ...protocol, facts, scheduled, today, siteDay }),
      choices: charting,
      readings,
      offered: definition.readings.map(({ id }) => id),
    },
  }
}

/** The protocol that a patient was enrolled in last, or that a dose was given in; undefined for a patient in none. */
export function enrolledIn(facts: readonly Fact[]): ProtocolId | undefined {
  const steps = facts.flatMap(({ content }) => {
    if (content.kind === 'dose') return [{ protocol: content.protocol, on: content.from }]
    if (content.kind !== 'enrolment') return []
    return content.status === 'enrolled' || content.status === 'dosed' ? [content] : []
  })
  return steps.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1)?.protocol
}

/** The day on the site's calendar. */
export function todayAt({ session, now }: QueryContext): CivilDate {
  return localDateOf(session.clock.render(now()))
}
