import type { Task } from '#shared/api/visits.ts'

/** In the order of the list: what is late first. */
export const TASK_GROUPS = ['late', 'today', 'lacking', 'coming'] as const
type TaskGroup = (typeof TASK_GROUPS)[number]

/** What the list can be narrowed to. */
export const TASK_KINDS = ['visits', 'doses', 'results'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

const kindOf: Readonly<Record<Task['kind'], TaskKind>> = {
  visit_due: 'visits',
  visit_overdue: 'visits',
  visit_coming: 'visits',
  visit_missed: 'visits',
  dose_coming: 'doses',
  dose_due: 'doses',
  assessments_missing: 'results',
  results_awaited: 'results',
}

export function isOfKind({ kind }: Task, wanted: TaskKind): boolean {
  return kindOf[kind] === wanted
}

/** Where a task stands in the list. */
export function groupOf({ kind, on, until }: Task, today: string): TaskGroup {
  if (kindOf[kind] === 'results') return 'lacking'
  if (kind === 'visit_overdue' || kind === 'visit_missed') return 'late'
  if (kind === 'visit_coming' || kind === 'dose_coming') return 'coming'
  // A dose whose days have passed is as late as a visit.
  return kind === 'dose_due' && (until ?? on) < today ? 'late' : 'today'
}

/** Asks for something by today: what the rail counts. */
export function isPressing(task: Task): boolean {
  return task.kind === 'visit_due' || task.kind === 'visit_overdue' || task.kind === 'dose_due'
}

export function keyOf({ kind, patientId, protocol, visit, number, on }: Task): string {
  return JSON.stringify([kind, patientId, protocol, visit, number, on])
}
