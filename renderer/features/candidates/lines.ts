import type { Summary } from '#shared/api/screening.ts'
import { type CivilDate, dayOf } from '#shared/core/civil-date.ts'
import type { ProtocolId } from '#shared/core/ids.ts'
import type { LogSort, Standing } from './log-search.ts'
import type { Patient } from './patient.ts'

export type LineAnswer = Summary['answers'][number]

/** One candidate in the log; without answers until the engine has screened this version of the record. */
export interface Line {
  readonly patient: Patient
  readonly answers: readonly LineAnswer[] | undefined
}

/** How far ahead "soon" looks, in days: the length of the screening period at most sites. */
export const SOON_DAYS = 28

const inOrder = new Intl.Collator('en', { numeric: true })

/** By screening number, as people count: S-9 before S-10. */
export function byNumber(patients: readonly Patient[]): readonly Patient[] {
  return patients.toSorted((a, b) => inOrder.compare(a.screeningNumber, b.screeningNumber))
}

/** The line that each patient had last: one that says the same again stays the same object and is not drawn anew. */
const known = new WeakMap<Patient, Line>()

/** Puts each patient together with its answers, unless they are about another version of the record. */
export function linesOf(patients: readonly Patient[], summaries: ReadonlyMap<string, Summary>): Line[] {
  return patients.map(patient => {
    const summary = summaries.get(patient.id)
    const answers = summary?.version === patient.version ? summary.answers : undefined
    const last = known.get(patient)
    if (last !== undefined && last.answers === answers) return last
    const line = { patient, answers }
    known.set(patient, line)
    return line
  })
}

/** The lines whose number, initials or name hold every word that was typed, whatever its width and case. */
export function matching(lines: readonly Line[], typed: string): readonly Line[] {
  const words = tidy(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return lines
  return lines.filter(({ patient }) => {
    const text = searchedOf(patient)
    return words.every(word => text.includes(word))
  })
}

/** What a search looks through; prepared once for each record, because every letter typed asks all of them. */
const searched = new WeakMap<Patient, string>()

function searchedOf(patient: Patient): string {
  const ready = searched.get(patient)
  if (ready !== undefined) return ready
  const { screeningNumber, initials, fullName = '' } = patient
  const text = tidy(`${screeningNumber} ${initials} ${fullName}`)
  searched.set(patient, text)
  return text
}

function tidy(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The first item of the first protocol that still asks for something, and how many items wait besides. */
export function mostUseful({ answers = [] }: Line): {
  readonly key: string | undefined
  readonly more: number
} {
  const keys = new Set(answers.filter(({ hasCriteria }) => hasCriteria).flatMap(({ missing }) => missing))
  const [key] = keys
  return { key, more: Math.max(0, keys.size - 1) }
}

/** The day that the log asks about, and the protocol where only one is of interest. */
export interface Question {
  readonly on: CivilDate
  readonly protocol: ProtocolId | undefined
}

/** Whether any protocol that was asked for says this of the candidate. */
export function isOfStanding(line: Line, standing: Standing, question: Question): boolean {
  return answersTo(line, question).some(answer => stands(answer, standing, question.on))
}

/** A protocol that waits for its criteria says nothing of anybody, so it counts only where it alone was asked for. */
function answersTo({ answers = [] }: Line, { protocol }: Question): readonly LineAnswer[] {
  return answers.filter(answer => (protocol ? answer.protocol === protocol : answer.hasCriteria))
}

function stands(answer: LineAnswer, standing: Standing, on: CivilDate): boolean {
  switch (standing) {
    case 'now':
      return answer.verdict === 'eligible'
    case 'soon':
      return answer.verdict !== 'eligible' && daysUntil(answer, on) <= SOON_DAYS
    case 'nearly':
      return answer.hasCriteria && answer.violated.length === 0 && answer.missing.length === 1
    case 'cannot_tell':
      return answer.verdict === 'undetermined'
    case 'ineligible':
      return answer.verdict === 'ineligible'
  }
}

function daysUntil({ next }: LineAnswer, on: CivilDate): number {
  return next === null ? Number.POSITIVE_INFINITY : dayOf(next.from) - dayOf(on)
}

/** Lines that stand by number, in the order asked for; equal ones stay by number. */
export function sorted(lines: readonly Line[], sort: LogSort, question: Question): readonly Line[] {
  if (sort === 'number') return lines
  const keyed = lines.map(line => ({ line, key: sortKey(line, sort, question) }))
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ line }) => line)
}

function sortKey(line: Line, sort: Exclude<LogSort, 'number'>, question: Question): number {
  if (sort === 'entered') return -Date.parse(line.patient.enteredAt)
  return Math.min(...answersTo(line, question).map(answer => daysUntil(answer, question.on)))
}

/** A plain difference of two infinities would be no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
