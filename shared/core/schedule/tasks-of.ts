import { type CivilDate, dateOf, dayOf } from '../civil-date.ts'
import type { LocalizedText } from '../text.ts'
import type { AssessmentState, Calendar, PlannedVisit, VisitState } from './calendar.ts'
import { doseTitle } from './visit-templates.ts'

/** What there is to do, the most urgent first. */
export const taskKinds = [
  'dose_due',
  'visit_due',
  'visit_overdue',
  'visit_missed',
  'assessments_missing',
  'results_awaited',
  'dose_coming',
  'visit_coming',
] as const
type TaskKind = (typeof taskKinds)[number]

/** One thing to do in one patient's calendar. */
export interface CalendarTask {
  readonly kind: TaskKind
  /** Null for a dose. */
  readonly visit: string | null
  readonly number: number | null
  readonly title: LocalizedText
  readonly on: CivilDate
  readonly until: CivilDate | null
  readonly items: LocalizedText[]
}

/** What a calendar asks for today and within `days` days. */
export function tasksOf(calendar: Calendar, days: number): CalendarTask[] {
  const until = dateOf(dayOf(calendar.today) + days)
  return [
    ...calendar.visits.flatMap(visit => [...visitTasks(visit, { calendar, until }), ...resultTasks(visit)]),
    ...calendar.doses.flatMap(dose => doseTasks(dose, { calendar, until })),
  ]
}

interface Horizon {
  readonly calendar: Calendar
  readonly until: CivilDate
}

const kinds: Partial<Record<VisitState, TaskKind>> = {
  planned: 'visit_coming',
  due: 'visit_due',
  overdue: 'visit_overdue',
  missed: 'visit_missed',
}

function visitTasks(visit: PlannedVisit, { calendar, until }: Horizon): CalendarTask[] {
  const { planned, window, state, missed } = visit
  const kind = kinds[state]
  if (kind === undefined || planned === null || missed !== null) return []
  if (kind === 'visit_coming' && ((window?.from ?? planned) > until || planned < calendar.today)) return []
  return [{ kind, ...named(visit), on: planned, until: window?.to ?? null, items: [] }]
}

const MISSING: ReadonlySet<AssessmentState> = new Set(['missing', 'partly'])
const AWAITED: ReadonlySet<AssessmentState> = new Set(['awaited'])

/** Of a visit that took place: what is not entered, and what is said to be awaited. */
function resultTasks(visit: PlannedVisit): CalendarTask[] {
  const { done, planned } = visit
  if (done === null) return []
  const on = done.from.length >= 10 ? (done.from.slice(0, 10) as CivilDate) : planned
  if (on === null) return []
  const tasks = [
    { kind: 'assessments_missing', states: MISSING },
    { kind: 'results_awaited', states: AWAITED },
  ] as const
  return tasks.flatMap(({ kind, states }) => {
    const items = visit.assessments.filter(({ state }) => states.has(state)).map(({ title }) => title)
    return items.length === 0 ? [] : [{ kind, ...named(visit), on, until: null, items }]
  })
}

function doseTasks(dose: Calendar['doses'][number], { calendar, until }: Horizon): CalendarTask[] {
  const { number, window } = dose
  const on = dose.scheduled ?? dose.planned
  if (!dose.isExpected || on === null || !isNext(number, calendar)) return []
  const from = dose.scheduled ?? window?.from ?? on
  if (from > until) return []
  const kind = from <= calendar.today ? 'dose_due' : 'dose_coming'
  const last = dose.scheduled === null ? (window?.to ?? null) : null
  return [{ kind, visit: null, number, title: doseTitle(number), on, until: last, items: [] }]
}

/** A dose comes after the one before it was given. */
function isNext(number: number, { doses }: Calendar): boolean {
  return number === 1 || doses[number - 2]?.given != null
}

function named({ visit, number, title }: PlannedVisit) {
  return { visit, number, title }
}
