import { type DayNumber, dateOf, type EventTime } from '../civil-date.ts'
import type { PlannedVisit, VisitState } from './calendar.ts'
import type { CalendarInput } from './calendar-input.ts'
import { anchorDay, type Course } from './course.ts'
import type { End } from './disposition.ts'
import { siteDaysOf } from './event-days.ts'
import type { Occurrence } from './occurrences.ts'

/** When a visit should take place; `planned` null where what it is counted from is not known. */
export interface Timing {
  readonly planned: DayNumber | null
  readonly isProjected: boolean
  /** Days of the site's window, both included. */
  readonly window: { readonly from: DayNumber; readonly to: DayNumber } | null
}

/** When a visit should take place, by what it is counted from as charted now. */
export function timingOf({ template, basis }: Occurrence, course: Course): Timing {
  const { day, isProjected } = anchorDay(basis, course)
  if (day === null) return { planned: null, isProjected: false, window: null }
  const planned = day + template.day
  const { window } = template
  return {
    planned,
    isProjected,
    window: window && { from: planned - window.before, to: planned + window.after },
  }
}

/** Where a visit stands on a day. */
export function visitState(
  { template, fact }: Occurrence,
  timing: Timing,
  { today, end }: { today: DayNumber; end: End | undefined },
): VisitState {
  if (fact !== undefined) return fact.content.status
  if (end !== undefined && isBeyond(end, timing)) return 'not_expected'
  return stateOn(today, timing, template.day)
}

/** What has no day was still to come. Whoever completed a trial had every visit up to that day. */
function isBeyond({ day, isCompletion }: End, { planned, window }: Timing): boolean {
  if (planned === null) return true
  return isCompletion ? planned > day : (window?.to ?? planned) >= day
}

function stateOn(today: DayNumber, { planned, window, isProjected }: Timing, day: number): VisitState {
  if (planned === null) return 'undated'
  const { from, to } = window ?? { from: planned, to: planned }
  // A dose that is only planned may come later, and what follows it with it.
  if (today < from || (isProjected && day >= 0)) return 'planned'
  if (today <= to) return 'due'
  return window === null || isProjected ? 'overdue' : 'missed'
}

/** How a visit that took place lies to its planned day. Nothing is called out of window by a day that may still move. */
export function doneOf(
  { fact }: Occurrence,
  { planned, isProjected, window }: Timing,
  { siteDay }: Pick<CalendarInput, 'siteDay'>,
): PlannedVisit['done'] {
  if (fact === undefined || fact.content.status !== 'done') return null
  const { from, to = null } = fact.content
  const first = siteDaysOf(from, siteDay)
  const isCertain = first.earliest === first.latest
  return {
    ...{ fact: fact.id, from, to },
    off: planned === null || !isCertain ? null : first.earliest - planned,
    isOutOfWindow: window === null || isProjected ? null : isOutside(window, { from, to }, siteDay),
  }
}

/** What was charted of a visit that did not take place. */
export function missedOf({ fact }: Occurrence): PlannedVisit['missed'] {
  if (fact === undefined || fact.content.status !== 'missed') return null
  return { fact: fact.id, from: fact.content.from, reason: fact.content.reason ?? null }
}

/** Null where the days are not known well enough to tell. */
function isOutside(
  window: { from: DayNumber; to: DayNumber },
  { from, to }: { from: EventTime; to: EventTime | null },
  siteDay: CalendarInput['siteDay'],
): boolean | null {
  const first = siteDaysOf(from, siteDay)
  const last = to === null ? first : siteDaysOf(to, siteDay)
  if (first.latest < window.from || last.earliest > window.to) return true
  return first.earliest >= window.from && last.latest <= window.to ? false : null
}

/** Days as the calendar shows them. */
export function shownDays(days: Timing['window']): PlannedVisit['window'] {
  return days && { from: dateOf(days.from), to: dateOf(days.to) }
}
