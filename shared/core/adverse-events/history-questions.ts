import { type Doubt, type Questioned, type QuestionRule, when } from './question-rule.ts'
import { isSerious } from './seriousness.ts'

type Earlier = 'seriousness_taken_back' | 'awareness_later_than_charted'

/** Questions about an event beside what it said before: a correction may be right, and can end or lengthen a deadline. */
export const historyQuestions: Readonly<Record<Earlier, QuestionRule>> = {
  seriousness_taken_back: seriousnessTakenBack,
  awareness_later_than_charted: awarenessLaterThanCharted,
}

/** Why it was corrected stands with the correction. */
function seriousnessTakenBack({ content, earlier }: Questioned): Doubt | undefined {
  if (isSerious(content)) return undefined
  const last = earlier.findLast(({ content: was }) => isSerious(was))
  return last && { answer: last.reason }
}

/** Later than the moment that stood there before, or than the site charted it as serious: by then it knew. */
function awarenessLaterThanCharted({ content, earlier }: Questioned): Doubt | undefined {
  const { aware } = content
  if (aware === undefined || !isSerious(content)) return undefined
  const now = Date.parse(aware.at)
  const moved = earlier.findLast(
    ({ content: was }) => was.aware !== undefined && Date.parse(was.aware.at) < now,
  )
  if (moved !== undefined) return { answer: moved.reason }
  return when(earlier.some(({ content: was, enteredAt }) => isSerious(was) && Date.parse(enteredAt) < now))
}
