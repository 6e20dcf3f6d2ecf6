import type { EventTime } from '#shared/core/civil-date.ts'
import { boundsOf, dayOf } from '#shared/core/civil-date.ts'
import type { FactContentOf } from '#shared/core/facts/content.ts'

type Event = FactContentOf<'adverse_event'>

/** A stretch of one grade on the time axis: days after 1970-01-01. */
interface GradedSpan {
  readonly from: number
  readonly to: number
  /** Null before anybody graded. */
  readonly grade: number | null
}

/** The event as it is drawn; undefined where its onset is not known. */
export interface EventSpan {
  readonly spans: readonly GradedSpan[]
  readonly from: number
  readonly to: number
  /** Goes on, ended, or nobody knows. */
  readonly end: 'ongoing' | 'ended' | 'not_known'
}

/** Where a time lies on the axis, with the time of day as its fraction; a month or year begins with its first day. */
function momentOf(time: EventTime): number {
  if (time.length <= 10) return boundsOf(time).earliest
  const [hours, minutes] = [time.slice(11, 13), time.slice(14, 16)].map(Number)
  return dayOf(time.slice(0, 10)) + ((hours ?? 0) + (minutes ?? 0) / 60) / 24
}

/** What an event is drawn as, grade by grade. An end that is not known is drawn no farther than the last that is known. */
export function spanOf({ from, to, grades }: Event, today: number): EventSpan | undefined {
  if (from === undefined) return undefined
  const start = momentOf(from)
  const steps = grades.map(one => ({ grade: one.grade, from: Math.max(start, momentOf(one.from)) }))
  const last = Math.max(start, ...steps.map(step => step.from))
  const until = endOf(to, last, today)
  const first = steps[0]
  const ungraded =
    first === undefined || first.from > start ? [{ from: start, to: first?.from ?? until, grade: null }] : []
  const graded = steps.map((step, index) => ({
    from: step.from,
    to: steps[index + 1]?.from ?? until,
    grade: step.grade,
  }))
  const end = to === 'ongoing' ? 'ongoing' : to === undefined ? 'not_known' : 'ended'
  return { spans: [...ungraded, ...graded], from: start, to: until, end }
}

/** The last day is a day of the event too. */
function endOf(to: Event['to'], last: number, today: number): number {
  if (to === 'ongoing') return Math.max(last, today + 1)
  if (to === undefined) return last + 1
  return Math.max(last, to.length <= 10 ? boundsOf(to).latest + 1 : momentOf(to))
}
