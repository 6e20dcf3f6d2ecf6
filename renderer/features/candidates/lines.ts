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

/** Puts each patient together with its answers, unless they are about another version of the record. */
export function linesOf(patients: readonly Patient[], summaries: ReadonlyMap<string, Summary>): Line[] {
  return patients.map(patient => {
    const summary = summaries.get(patient.id)
    return { patient, answers: summary?.version === patient.version ? summary.answers : undefined }
  })
}

/** The lines whose number, initials or name hold every word that was typed, whatever its width and case. */
export function matching(lines: readonly Line[], typed: string): readonly Line[] {
  const words = tidy(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return lines
  return lines.filter(({ patient: { screeningNumber, initials, fullName = '' } }) => {
    const text = tidy(`${screeningNumber} ${initials} ${fullName}`)
    return words.every(word => text.includes(word))
  })
}

function tidy(text: string): string {
  return text.normalize('NFKC').toLowerCase()
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

const inOrder = new Intl.Collator('en', { numeric: true })

/** The lines in the order asked for; equal ones by number, as people count: S-9 before S-10. */
export function sorted(lines: readonly Line[], sort: LogSort, question: Question): Line[] {
  const byNumber = (a: Line, b: Line) => inOrder.compare(a.patient.screeningNumber, b.patient.screeningNumber)
  if (sort === 'number') return [...lines].sort(byNumber)
  if (sort === 'entered') {
    const time = ({ patient }: Line) => Date.parse(patient.enteredAt)
    return [...lines].sort((a, b) => time(b) - time(a) || byNumber(a, b))
  }
  const keyed = lines.map(line => ({ line, days: earliest(line, question) }))
  keyed.sort((a, b) => compareDays(a.days, b.days) || byNumber(a.line, b.line))
  return keyed.map(({ line }) => line)
}

function earliest(line: Line, question: Question): number {
  return Math.min(...answersTo(line, question).map(answer => daysUntil(answer, question.on)))
}

/** A plain difference of two infinities would be no number. */
function compareDays(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
