import type { CivilDate } from '#shared/core/civil-date.ts'
import type { Calendar, PlannedVisit } from '#shared/core/schedule/calendar.ts'

export type UnscheduledVisit = Calendar['unscheduled'][number]

/** A line of the calendar. */
export type CalendarLine =
  | { readonly is: 'visit'; readonly visit: PlannedVisit }
  | { readonly is: 'unscheduled'; readonly visit: UnscheduledVisit }
  | { readonly is: 'today'; readonly on: CivilDate }

type Ordered = Pick<Calendar, 'visits' | 'unscheduled' | 'today'>

/** Visits as they follow on each other, those that took place on their own day; what has no day yet comes last. */
export function inTimeOrder({ visits, unscheduled, today }: Ordered): readonly CalendarLine[] {
  const lines: CalendarLine[] = [
    ...visits.map(visit => ({ is: 'visit' as const, visit })),
    ...unscheduled.map(visit => ({ is: 'unscheduled' as const, visit })),
    { is: 'today', on: today },
  ]
  return lines.toSorted((a, b) => compare(dayOfLine(a), dayOfLine(b)))
}

/** What happened on the day itself stands above today's line. */
function dayOfLine(line: CalendarLine): string {
  if (line.is === 'today') return `${line.on} z`
  if (line.is === 'unscheduled') return line.visit.from
  return line.visit.done?.from ?? line.visit.planned ?? NEVER
}

const NEVER = '9999'

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
