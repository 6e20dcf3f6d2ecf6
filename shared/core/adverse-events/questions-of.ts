import { chartQuestions } from './chart-questions.ts'
import type { EventSource } from './event-source.ts'
import { historyQuestions } from './history-questions.ts'
import { ownQuestions } from './own-questions.ts'
import type { Questioned, QuestionRule } from './question-rule.ts'
import { questionWords } from './question-words.ts'
import { type Question, QuestionCode } from './questions.ts'

const rules: Readonly<Record<QuestionCode, QuestionRule>> = {
  ...ownQuestions,
  ...historyQuestions,
  ...chartQuestions,
}

/** What does not fit together in an event, each with the reason that was kept for leaving it so. */
export function questionsOf(asked: Questioned, source: EventSource): Question[] {
  const kept = new Map(asked.content.answers?.map(({ question, reason }) => [question, reason]))
  return QuestionCode.options.flatMap(code => {
    const doubt = rules[code](asked, source)
    if (doubt === undefined) return []
    const { text = questionWords[code], about = [], answer = null } = doubt
    return [{ code, text, about: [...about], answer: kept.get(code) ?? answer }]
  })
}
