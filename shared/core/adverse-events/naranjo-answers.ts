import type { FactContentOf } from '../facts/content.ts'
import { NARANJO_POINTS, type NaranjoCategory, naranjo } from './naranjo.ts'

export type NaranjoAnswers = NonNullable<FactContentOf<'causality'>['naranjo']>

export const NARANJO_ANSWERS = ['yes', 'no', 'unknown', 'not_applicable'] as const

/** Points of an answer to a question, the first being 0; what is unknown or does not apply has none. */
export function naranjoPoints(question: number, answer: NaranjoAnswers[number]): number {
  const [yes, no, unknown] = NARANJO_POINTS[question] ?? [0, 0, 0]
  return { yes, no, unknown, not_applicable: 0 }[answer]
}

/** Sum and band of the ten answers. */
export function naranjoOf(answers: NaranjoAnswers): { total: number; category: NaranjoCategory } {
  return naranjo(answers.map((answer, question) => naranjoPoints(question, answer)))
}
