import type { Answer } from './answer.ts'
import { askedInVain, type Question } from './asked.ts'
import { daysOf } from './calendar.ts'
import type { Case } from './record.ts'

/**
 * The answer of the newest record up to the day of registration; undefined where there is none. With times known to
 * the month or year several may be the newest: then they have to agree. Asking in vain afterwards leaves it open.
 */
export function newest<T extends { on: string; entered: number }>(
  question: Question,
  records: readonly T[],
  patient: Case,
  says: (record: T) => Answer,
): Answer | undefined {
  const { on } = patient
  const dated = records.map(record => ({ record, days: daysOf(record.on, record.entered) }))
  const known = dated.filter(({ days }) => days.last <= on).map(({ days }) => days.first)
  const since = Math.max(...known)
  const possible = dated.filter(({ days }) => days.first <= on && days.last >= since)
  if (possible.length === 0) return undefined
  if (known.length === 0) return 'unknown'
  if (askedInVain(question, patient).some(asked => asked <= on && asked >= since)) return 'unknown'
  const answers = [...new Set(possible.map(({ record }) => says(record)))]
  return answers.length === 1 ? answers[0] : 'unknown'
}
