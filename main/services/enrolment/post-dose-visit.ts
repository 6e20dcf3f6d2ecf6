import type { QueryContext } from '#main/services/context.ts'
import { chartedProtocol } from '#main/services/trends/conducted.ts'
import { siteDayOf } from '#main/services/trends/site-day.ts'
import type { GateReason } from '#shared/api/errors.ts'
import type { EventTime } from '#shared/core/civil-date.ts'
import type { FactContent, FactContentOf } from '#shared/core/facts/content.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { doseBeforeVisit } from '#shared/core/schedule/dose-before-visit.ts'
import { siteDaysOf } from '#shared/core/schedule/event-days.ts'

/** A visit after a dose, on the days that its first day can stand for. */
interface PostDoseVisit {
  readonly protocolId: ProtocolId
  /** The dose. */
  readonly number?: number | null | undefined
  readonly on: EventTime
}

/** The dose that has to be charted before a visit, by the site's schedule of today; undefined where none has to. */
export function doseOfVisit(
  visit: FactContentOf<'visit'>,
  known: readonly FactContent[],
  context: Pick<QueryContext, 'db' | 'protocols'>,
): number | undefined {
  if (context.protocols.every(({ definition }) => definition.id !== visit.protocol)) return undefined
  const given = known
    .flatMap(content => doseIn(content, visit.protocol)?.number ?? [])
    .sort((one, other) => one - other)
  return doseBeforeVisit(visit, given, chartedProtocol(visit.protocol, context))
}

/** A visit may be on the day of its dose; the hour of either is not asked for. */
export function visitReasons(
  { protocolId, number, on }: PostDoseVisit,
  known: readonly FactContent[],
  { session }: Pick<QueryContext, 'session'>,
): GateReason[] {
  const siteDay = siteDayOf(session.clock)
  const { latest } = siteDaysOf(on, siteDay)
  const isAfterDose = known.some(content => {
    const dose = doseIn(content, protocolId)
    return dose !== undefined && dose.number === number && siteDaysOf(dose.from, siteDay).earliest <= latest
  })
  return isAfterDose ? [] : ['no_earlier_dose']
}

/** The dose that a content says was given; a status `dosed` stands for the first. */
function doseIn(
  content: FactContent,
  protocol: ProtocolId,
): { readonly number: number; readonly from: EventTime } | undefined {
  if (content.kind === 'dose') return content.protocol === protocol ? content : undefined
  const isDosed = content.kind === 'enrolment' && content.status === 'dosed' && content.protocol === protocol
  return isDosed ? { number: 1, from: content.on } : undefined
}
