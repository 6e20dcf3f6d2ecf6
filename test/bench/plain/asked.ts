import { day } from './calendar.ts'
import { type Case, type Charted, charted } from './record.ts'

type Note = Charted<'not_known'>
export type Question = Pick<Note, 'about' | 'analyte'>

/** What was noted of a question that had no answer. */
function notes({ about, analyte }: Question, patient: Case): Note[] {
  return charted(patient, 'not_known').filter(note => note.about === about && note.analyte === analyte)
}

/** The days on which a question was asked in vain. */
export function askedInVain(question: Question, patient: Case): number[] {
  return notes(question, patient)
    .filter(({ state }) => state === 'unknown')
    .map(({ on }) => day(on))
}

/** Whether the last that was noted up to the day of registration is that the question does not arise. */
export function doesNotArise(question: Question, patient: Case): boolean {
  const known = notes(question, patient).filter(({ on }) => day(on) <= patient.on)
  const last = Math.max(...known.map(({ on }) => day(on)))
  const latest = known.filter(({ on }) => day(on) === last)
  return latest.length > 0 && latest.every(({ state }) => state === 'not_applicable')
}
