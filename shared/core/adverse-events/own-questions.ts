import { boundsOf } from '../civil-date.ts'
import type { EventContent } from './event-source.ts'
import { isBefore } from './order.ts'
import { type QuestionRule, when } from './question-rule.ts'
import type { QuestionCode } from './questions.ts'
import { isSerious } from './seriousness.ts'

/** Grade 4 is danger to life and grade 5 death in CTCAE v5.0. */
const LIFE_THREATENING = 4
const FATAL = 5

/** Whether anything in an event says that the patient died of it. */
export function isFatal({ outcome, grades, criteria = [] }: EventContent): boolean {
  return outcome === 'fatal' || criteria.includes('death') || grades.some(({ grade }) => grade === FATAL)
}

type Own =
  | 'onset_not_known'
  | 'not_graded'
  | 'serious_not_answered'
  | 'serious_without_criterion'
  | 'criterion_without_serious'
  | 'life_threatening_not_serious'
  | 'awareness_missing'
  | 'awareness_before_onset'
  | 'perhaps_ends_before_onset'

/** Questions about what an event says of itself. */
export const ownQuestions: Readonly<Record<Own, QuestionRule>> = {
  onset_not_known: ({ content: { from } }) => when(from === undefined),
  not_graded: ({ content: { grades } }) => when(grades.length === 0),
  serious_not_answered: ({ content: { serious } }) => when(serious === undefined),
  serious_without_criterion: ({ content: { serious, criteria = [] } }) =>
    when(serious === 'yes' && criteria.length === 0),
  criterion_without_serious: ({ content: { serious, criteria = [] } }) =>
    when(serious === 'no' && criteria.length > 0),
  life_threatening_not_serious: ({ content: { serious, grades } }) =>
    when(serious === 'no' && grades.some(({ grade }) => grade >= LIFE_THREATENING)),
  awareness_missing: ({ content }) => when(isSerious(content) && content.aware === undefined),
  awareness_before_onset: ({ content: { aware, from } }, { siteDay }) =>
    when(aware !== undefined && from !== undefined && isBefore(aware.at, from, siteDay)),
  perhaps_ends_before_onset: ({ content }) => when(perhapsEndsBefore(content)),
} satisfies Partial<Record<QuestionCode, QuestionRule>>

/** By dates of different precision; one and the same month for both says nothing against itself. */
function perhapsEndsBefore({ from, to }: EventContent): boolean {
  if (from === undefined || to === undefined || to === 'ongoing' || from === to) return false
  const [onset, end] = [boundsOf(from), boundsOf(to)]
  return end.earliest < onset.latest && end.latest >= onset.earliest
}
