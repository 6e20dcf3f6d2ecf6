import { type DayNumber, dayOf } from '../civil-date.ts'
import { UNSCHEDULED } from '../facts/trial.ts'
import type { Calendar } from '../schedule/calendar.ts'
import { certainDay, siteDaysOf } from '../schedule/event-days.ts'
import type { TrendSource } from './source.ts'

/** A visit that took place on a day. */
export interface VisitDay {
  readonly visit: string
  readonly number: number | null
  readonly isOutOfWindow: boolean
}

/** The days on which visits took place; where two share a day, it belongs to the one that began first. */
export type VisitDays = ReadonlyMap<DayNumber, VisitDay>

/** The days of the visits that are done. Nothing else attaches a result to a visit. */
export function visitDays({ facts, siteDay, trial }: TrendSource): VisitDays {
  const days = new Map<DayNumber, VisitDay>()
  if (trial === undefined) return days
  const planned = plannedByFact(trial.calendar)
  const spans = facts.flatMap(({ id, content }) => {
    if (content.kind !== 'visit' || content.protocol !== trial.protocol || content.status !== 'done')
      return []
    const first = siteDaysOf(content.from, siteDay)
    const last = content.to === undefined ? first : siteDaysOf(content.to, siteDay)
    const own = planned.get(id) ?? { visit: UNSCHEDULED, number: null, isOutOfWindow: false }
    return [{ own, from: first.latest, to: last.earliest }]
  })
  for (const { own, from, to } of spans.sort((a, b) => a.from - b.from)) {
    for (let day = from; day <= to; day += 1) if (!days.has(day)) days.set(day, own)
  }
  return days
}

function plannedByFact({ visits }: Calendar): Map<string, VisitDay> {
  return new Map(
    visits.flatMap(({ visit, number, done }) =>
      done === null ? [] : [[done.fact, { visit, number, isOutOfWindow: done.isOutOfWindow === true }]],
    ),
  )
}

/** Tells whether a day after the first dose, within the trial, belongs to no visit that was planned and to no dose. */
export function unscheduledTest({
  trial,
  siteDay,
}: TrendSource): (day: DayNumber, visit: VisitDay | undefined) => boolean {
  const { day0 = null, ended = null, doses = [] } = trial?.calendar ?? {}
  if (day0 === null) return () => false
  const first = dayOf(day0)
  const end = ended === null ? null : certainDay(ended.on, siteDay)
  const dosed = new Set(doses.map(({ given }) => given && certainDay(given.from, siteDay)))
  return (day, visit) =>
    day > first &&
    (end === null || day <= end) &&
    !dosed.has(day) &&
    (visit === undefined || visit.visit === UNSCHEDULED)
}
