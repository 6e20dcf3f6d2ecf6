import { type DayNumber, dayOf, type EventTime } from '../../civil-date.ts'
import type { FactContent } from '../../facts/content.ts'
import type { Fact } from '../../facts/fact.ts'
import { certainDay, siteDaysOf } from '../../schedule/event-days.ts'
import type { Curve } from '../cohort.ts'
import type { TrendSource } from '../source.ts'
import { type FollowUp, kaplanMeier } from '../survival.ts'
import type { Member } from './member.ts'

type Event = 'death' | 'liver_transplant'

/** Survival from the first dose on; who has none is not in it. */
export function survivalCurve(members: readonly Member[], events: readonly Event[]): Curve {
  const dosed = members.filter(({ source }) => source.trial?.calendar.day0)
  const followed = dosed.map(({ source }) => followUpOf(source, events))
  const known = followed.filter(one => one !== undefined)
  return {
    patients: known.length,
    events: known.filter(({ hasEvent }) => hasEvent).length,
    undated: dosed.length - known.length,
    steps: kaplanMeier(known),
  }
}

/**
 * Undefined where the event has no day: no day is made up for it, and dropping it in silence would flatter. So where a
 * death is charted before the first dose: one of the two days is wrong.
 */
function followUpOf(source: TrendSource, events: readonly Event[]): FollowUp | undefined {
  const { facts, siteDay, trial } = source
  const day0 = trial?.calendar.day0
  if (!day0) return undefined
  const zero = dayOf(day0)
  const known = facts.flatMap(({ content }) => {
    const isEvent = content.kind === 'death' || content.kind === 'liver_transplant'
    if (!isEvent || !events.includes(content.kind)) return []
    return [{ kind: content.kind, day: certainDay(content.on, siteDay) }]
  })
  if (known.some(({ kind, day }) => day === null || (kind === 'death' && day < zero))) return undefined
  const after = known.flatMap(({ day }) => (day !== null && day >= zero ? [day] : []))
  if (after.length > 0) return { days: Math.min(...after) - zero, hasEvent: true }
  const last = lastContact(source)
  return last === undefined || last < zero ? undefined : { days: last - zero, hasEvent: false }
}

/** The last day on which something charted proves that the patient lived. */
export function lastContact({
  facts,
  siteDay,
}: Pick<TrendSource, 'facts' | 'siteDay'>): DayNumber | undefined {
  let last: DayNumber | undefined
  for (const fact of facts) {
    for (const time of timesOfLife(fact)) {
      const { earliest } = siteDaysOf(time, siteDay)
      if (last === undefined || earliest > last) last = earliest
    }
  }
  return last
}

/** Said of the patient without the patient: by the record, the relatives or the investigator alone. */
const proofless: ReadonlySet<FactContent['kind']> = new Set([
  'causality',
  'death',
  'family_liver_malignancy',
  'judgement',
  'negative_finding',
  'not_known',
  'result_assessment',
  'safety_report',
  'unblinding',
])

function timesOfLife({ content }: Fact): EventTime[] {
  if (proofless.has(content.kind)) return []
  if (content.kind === 'visit' && content.status === 'missed') return []
  if (content.kind === 'enrolment' && content.status !== 'enrolled' && content.status !== 'dosed') return []
  const { on, from } = { on: undefined, from: undefined, ...content } as Readonly<
    Record<'on' | 'from', EventTime | undefined>
  >
  // An episode that ends may end with the patient; that it began is proof.
  return [on, from].filter(time => time !== undefined)
}
