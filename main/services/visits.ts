import { currentFacts } from '#main/store/fact-repository.ts'
import type { visits } from '#shared/api/visits.ts'
import type { PatientId } from '#shared/core/ids.ts'
import type { AreaHandlers } from './handlers.ts'
import { patientOf } from './patients.ts'
import { visitFile } from './visits/calendar-file.ts'
import { type Conduct, conductAt } from './visits/calendars.ts'
import { patientsInTrials, type TrialPatient, trialPatient } from './visits/in-trials.ts'
import { siteTasks } from './visits/tasks.ts'

export const visitHandlers: AreaHandlers<typeof visits> = {
  calendar: ({ patientId }, context) => [...patientIn(patientId, conductAt(context)).calendars],

  tasks({ days }, context) {
    const conduct = conductAt(context)
    return { today: conduct.today, tasks: siteTasks(days, conduct) }
  },

  iCalendar({ patientId, days }, context) {
    const conduct = conductAt(context)
    const patients = patientId === undefined ? patientsInTrials(conduct) : [patientIn(patientId, conduct)]
    const file = visitFile(patients, days, conduct)
    const subject =
      patientId === undefined
        ? { kind: 'site', id: context.session.site.storeId }
        : { kind: 'patient', id: patientId }
    context.audit({
      action: 'calendar.export',
      subject,
      newValue: { entries: file.events, file: file.fileName },
    })
    return file
  },
}

function patientIn(patientId: PatientId, conduct: Conduct): TrialPatient {
  const { db } = conduct.context
  return trialPatient(patientOf(db, patientId), currentFacts(db, patientId), conduct)
}
