import type { QueryContext } from '#main/services/context.ts'
import { conductHistory } from '#main/store/conduct-repository.ts'
import type { GateReason } from '#shared/api/errors.ts'
import { boundsOf, type EventTime, localDateOf } from '#shared/core/civil-date.ts'
import type { Fact } from '#shared/core/facts/fact.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import { type FactOf, factsOf } from '#shared/core/schedule/calendar-input.ts'
import { endOf, isTreatmentDiscontinued } from '#shared/core/schedule/disposition.ts'
import type { SiteSchedule } from '#shared/core/schedule/site-schedule.ts'

/** A dose after the first, on the days that its time can stand for. */
interface LaterDose {
  readonly protocolId: ProtocolId
  readonly number?: number | null | undefined
  readonly on: EventTime
}

type Checklist = SiteSchedule['doses']['checklist']

/** What is missing before a later dose, beside consent: the dose before it, the site's checklist, a treatment that goes on. */
export function laterDoseReasons(
  dose: LaterDose,
  facts: readonly Fact[],
  context: Pick<QueryContext, 'db'>,
): GateReason[] {
  return [
    ...(isAfterEarlierDose(dose, facts) ? [] : (['no_earlier_dose'] as const)),
    ...checklistReasons(dose, facts, context),
    ...(hasEnded(dose, facts) ? (['ended'] as const) : []),
  ]
}

function isAfterEarlierDose({ protocolId, number, on }: LaterDose, facts: readonly Fact[]): boolean {
  const before = (number ?? 1) - 1
  const { latest } = boundsOf(on)
  return facts.some(({ content }) => {
    if (content.kind === 'dose') {
      const isIt = content.protocol === protocolId && content.number === before
      return isIt && boundsOf(content.from).earliest <= latest
    }
    if (content.kind !== 'enrolment' || content.status !== 'dosed' || before !== 1) return false
    return content.protocol === protocolId && boundsOf(content.on).earliest <= latest
  })
}

/** What the site asked on the day counts, not what it came to ask later. */
function checklistReasons(
  dose: LaterDose,
  facts: readonly Fact[],
  { db }: Pick<QueryContext, 'db'>,
): GateReason[] {
  const { latest } = boundsOf(dose.on)
  const versions = conductHistory(db, dose.protocolId, 'schedule')
  const inForce = versions.find(({ enteredAt }) => boundsOf(enteredAt).latest <= latest)
  const asked = inForce?.content.doses.checklist ?? []
  if (asked.length === 0) return ['no_schedule']
  const answered = latestChecklist(dose, facts)
  const version = versions.find(one => one.version === answered?.content.version)
  const isSame = isSameList(version?.content.doses.checklist ?? [], asked)
  const given = new Map(answered?.content.answers.map(({ item, answer }) => [item, answer]))
  if (!isSame || asked.some(({ id }) => !given.has(id))) return ['no_checklist']
  return asked.every(({ id, wanted }) => given.get(id) === wanted) ? [] : ['checklist_not_passed']
}

/** The last one on or before the day; of one day the one charted last. */
function latestChecklist(
  { protocolId, number, on }: LaterDose,
  facts: readonly Fact[],
): FactOf<'dose_checklist'> | undefined {
  const { earliest } = boundsOf(on)
  return factsOf(facts, 'dose_checklist')
    .filter(({ content }) => content.protocol === protocolId && content.number === number)
    .filter(({ content }) => boundsOf(content.on).latest <= earliest)
    .sort((a, b) => dayIn(a) - dayIn(b) || Date.parse(a.enteredAt) - Date.parse(b.enteredAt))
    .at(-1)
}

function dayIn({ content }: FactOf<'dose_checklist'>): number {
  return boundsOf(content.on).latest
}

/** A changed question was not the one that was answered. */
function isSameList(one: Checklist, other: Checklist): boolean {
  const lines = (list: Checklist) => list.map(({ id, text, wanted }) => [id, wanted, text].join(' ')).sort()
  return JSON.stringify(lines(one)) === JSON.stringify(lines(other))
}

function hasEnded({ protocolId, on }: LaterDose, facts: readonly Fact[]): boolean {
  const { latest } = boundsOf(on)
  const upToDay = facts.filter(
    ({ content }) => !('on' in content) || boundsOf(content.on as EventTime).earliest <= latest,
  )
  return endOf(upToDay, protocolId, localDateOf) !== undefined || isTreatmentDiscontinued(upToDay, protocolId)
}
