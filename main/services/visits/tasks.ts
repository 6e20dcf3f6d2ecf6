import type { Task } from '#shared/api/visits.ts'
import { taskKinds, tasksOf } from '#shared/core/schedule/tasks-of.ts'
import type { Conduct } from './calendars.ts'
import { patientsInTrials, type TrialPatient } from './in-trials.ts'

/** What is to do for all patients, today and within `days` days; the most urgent first, then by the last day for it. */
export function siteTasks(days: number, conduct: Conduct): Task[] {
  return patientsInTrials(conduct)
    .flatMap(patient => patientTasks(patient, days))
    .sort((a, b) => rank(a) - rank(b) || compare(lastDay(a), lastDay(b)))
}

function patientTasks({ patient, calendars }: TrialPatient, days: number): Task[] {
  const { id: patientId, screeningNumber, initials } = patient
  return calendars.flatMap(calendar =>
    tasksOf(calendar, days).map(task => ({
      ...{ patientId, screeningNumber, initials, protocol: calendar.protocol },
      ...task,
    })),
  )
}

const rank = ({ kind }: Task) => taskKinds.indexOf(kind)
const lastDay = ({ on, until }: Task) => until ?? on
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
