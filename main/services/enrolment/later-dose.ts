import type { QueryContext } from '#main/services/context.ts'
import { protocolOf } from '#main/services/protocol-basis.ts'
import { siteDayOf } from '#main/services/trends/site-day.ts'
import { conductHistory, currentConduct } from '#main/store/conduct-repository.ts'
import type { GateReason } from '#shared/api/errors.ts'
import type { EventTime } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { type FactOf, factsOf } from '#shared/core/schedule/calendar-input.ts'
import { endOf, isTreatmentDiscontinued } from '#shared/core/schedule/disposition.ts'
import { type SiteDay, siteDaysOf } from '#shared/core/schedule/event-days.ts'
import type { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'

/** A dose after the first, on the days that its time can stand for. */
interface LaterDose {
  readonly protocolId: ProtocolId
  readonly number?: number | null | undefined
  readonly on: EventTime
  /** It was given, and not only planned. */
  readonly isGiven?: boolean
}

type Checklist = SiteSchedule['doses']['checklist']
type Asked = Pick<QueryContext, 'db' | 'session' | 'protocols'>

/** What is missing before a later dose, beside consent: the dose before it, the site's checklist, a treatment that goes on. */
export function laterDoseReasons(dose: LaterDose, facts: readonly Fact[], context: Asked): GateReason[] {
  const siteDay = siteDayOf(context.session.clock)
  const ended = hasEnded(dose, facts, siteDay) ? (['ended'] as const) : []
  const beyond = isBeyondPlan(dose, context) ? (['beyond_plan'] as const) : []
  return [...beyond, ...preparationReasons(dose, facts, context), ...ended]
}

/** What is missing of all that has to be done before a later dose. */
export function preparationReasons(dose: LaterDose, facts: readonly Fact[], context: Asked): GateReason[] {
  const siteDay = siteDayOf(context.session.clock)
  return [
    ...(isAfterEarlierDose(dose, facts, siteDay) ? [] : (['no_earlier_dose'] as const)),
    ...checklistReasons(dose, facts, { ...context, siteDay }),
  ]
}

function isAfterEarlierDose(
  { protocolId, number, on }: LaterDose,
  facts: readonly Fact[],
  siteDay: SiteDay,
): boolean {
  const before = (number ?? 1) - 1
  const mayPrecede = (time: EventTime) =>
    isBefore(time, on) ?? siteDaysOf(time, siteDay).earliest <= siteDaysOf(on, siteDay).latest
  return facts.some(({ content }) => {
    if (content.kind === 'dose') {
      return content.protocol === protocolId && content.number === before && mayPrecede(content.from)
    }
    if (content.kind !== 'enrolment' || content.status !== 'dosed' || before !== 1) return false
    return content.protocol === protocolId && mayPrecede(content.on)
  })
}

/** By the clock; undefined where one of the two is known to the day only. */
function isBefore(time: EventTime, other: EventTime): boolean | undefined {
  return time.length > 10 && other.length > 10 ? Date.parse(time) <= Date.parse(other) : undefined
}

/** What the site asked on the day counts, not what it came to ask later. */
function checklistReasons(
  dose: LaterDose,
  facts: readonly Fact[],
  { db, siteDay }: Pick<QueryContext, 'db'> & { readonly siteDay: SiteDay },
): GateReason[] {
  const { latest } = siteDaysOf(dose.on, siteDay)
  const versions = conductHistory(db, dose.protocolId, 'schedule')
  const inForce = versions.find(({ enteredAt }) => siteDaysOf(enteredAt, siteDay).latest <= latest)
  const asked = inForce?.content.doses.checklist ?? []
  if (asked.length === 0) return ['no_schedule']
  const answered = latestChecklist(dose, facts, siteDay)
  const version = versions.find(one => one.version === answered?.content.version)
  const isSame = isSameList(version?.content.doses.checklist ?? [], asked)
  const given = new Map(answered?.content.answers.map(({ item, answer }) => [item, answer]))
  if (!isSame || asked.some(({ id }) => !given.has(id))) return ['no_checklist']
  return asked.every(({ id, wanted }) => given.get(id) === wanted) ? [] : ['checklist_not_passed']
}

/** The last one on or before the day, and before the dose where both say the time; of one day the one charted last. */
function latestChecklist(
  { protocolId, number, on }: LaterDose,
  facts: readonly Fact[],
  siteDay: SiteDay,
): FactOf<'dose_checklist'> | undefined {
  const { earliest } = siteDaysOf(on, siteDay)
  const dayIn = ({ content }: FactOf<'dose_checklist'>) => siteDaysOf(content.on, siteDay).latest
  return factsOf(facts, 'dose_checklist')
    .filter(({ content }) => content.protocol === protocolId && content.number === number)
    .filter(fact => isBefore(fact.content.on, on) ?? dayIn(fact) <= earliest)
    .sort((a, b) => dayIn(a) - dayIn(b) || Date.parse(a.enteredAt) - Date.parse(b.enteredAt))
    .at(-1)
}

/** A changed question was not the one that was answered. */
function isSameList(one: Checklist, other: Checklist): boolean {
  const lines = (list: Checklist) => list.map(({ id, text, wanted }) => [id, wanted, text].join(' ')).sort()
  return JSON.stringify(lines(one)) === JSON.stringify(lines(other))
}

/** More doses than the record plans, or than the site entered for it. */
function isBeyondPlan({ protocolId, number }: LaterDose, { db, protocols }: Asked): boolean {
  const { arms } = protocolOf(protocolId, protocols).definition
  const planned = arms.length === 1 ? arms[0]?.doses : undefined
  const count = planned ?? currentConduct(db, protocolId, 'schedule')?.content.doses.count
  return count !== undefined && (number ?? 1) > count
}

/** No dose is planned on the day of an end; one that was given on it, which the end may have followed, came before. */
function hasEnded(
  { protocolId, on, isGiven = false }: LaterDose,
  facts: readonly Fact[],
  siteDay: SiteDay,
): boolean {
  const dose = siteDaysOf(on, siteDay)
  const isUpToDose = (time: EventTime) => {
    const end = siteDaysOf(time, siteDay)
    return isGiven ? (isBefore(time, on) ?? end.latest < dose.earliest) : end.earliest <= dose.latest
  }
  const upToDay = facts.filter(({ content }) => !('on' in content) || isUpToDose(content.on as EventTime))
  return (
    endOf(upToDay, protocolId, siteDay) !== undefined || isTreatmentDiscontinued(upToDay, protocolId, siteDay)
  )
}
